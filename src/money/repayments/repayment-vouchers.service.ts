import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GrabHolds } from '../../casework/grabs/index.js';
import { type Actor, permits } from '../../kernel/access/index.js';
import { type FileGuard, Files } from '../../parties/files/index.js';
import type { Queryable } from '../../platform/database/index.js';
import { READERS, VOUCHER_JUDGES } from './repayment.access.js';
import { RepaymentRepository } from './repayment.repository.js';

/**
 * Who may open the voucher of a repayment besides the organisation that uploaded it: whoever has to judge the payment, which is the
 * creditor, the provider it counts for (while its verification is in force), and finance, owner and risk of the platform.
 */
@Injectable()
export class RepaymentVouchers implements FileGuard, OnModuleInit {
  constructor(
    private readonly files: Files,
    private readonly repayments: RepaymentRepository,
    private readonly holds: GrabHolds,
  ) {}

  onModuleInit(): void {
    this.files.guardedBy(this);
  }

  async mayRead(q: Queryable, actor: Actor, fileId: string): Promise<boolean | undefined> {
    const found = await this.repayments.voucherFor(q, actor, fileId);
    if (found === undefined) return undefined;
    await this.holds.assertInForce(q, actor);
    return found.visible && permits(actor.organisationKind === 'platform' ? VOUCHER_JUDGES : READERS, actor);
  }
}
