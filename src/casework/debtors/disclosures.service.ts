import { Injectable, Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Actor } from '../../kernel/access/index.js';
import { publicId } from '../../kernel/index.js';
import { Approvals } from '../../parties/approvals/index.js';
import { Audit } from '../../platform/audit/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { DebtorNotDisclosed } from './debtor.refusals.js';
import { DebtorVault, type ShownDebtor } from './debtor-vault.js';
import { alarmAt } from './disclosure.policy.js';
import { type Disclosee, type Disclosure, DisclosureRepository } from './disclosure.repository.js';
import { disclosureFigures } from './disclosure-figures.js';

/** A case that was found for an actor; the encrypted data is null when the actor may not read it. */
export interface FoundCase {
  readonly id: string;
  readonly sight: string;
  readonly debtorSealed: Buffer | null;
  readonly debtorIdKind: ShownDebtor['idKind'];
}

const bulkReadAlarms = new Counter({
  name: 'recourse_debtor_bulk_read_alarms_total',
  help: 'Alarms for many reads of debtor records by one organisation within an hour',
  labelNames: ['level'],
});

/** Discloses debtors in stages, each with a record (PIPL art. 51, 55: de-identification, purpose, record). */
@Injectable()
export class Disclosures {
  private readonly log = new Logger('Disclosures');

  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly vault: DebtorVault,
    private readonly audit: Audit,
    private readonly policies: Policies,
    private readonly approvals: Approvals,
  ) {}

  /**
   * Refuses ORGANISATION_NOT_VERIFIED to a provider whose verification is suspended, has expired or was revoked: it reads nothing
   * about debtors and acts on no case it holds.
   */
  async assertInForce(q: Queryable, { organisationId, organisationKind }: Actor): Promise<void> {
    if (organisationKind === 'creditor' || organisationKind === 'platform') return;
    await this.approvals.requireApproved(q, organisationId);
  }

  /** At the grab: the case with the masked name of its debtor. */
  discloseMasked(tx: Tx, to: readonly Disclosee[]): Promise<void> {
    return this.disclosures.disclose(tx, to, 'holder_masked', 'assess a grabbed case before the entrustment');
  }

  /** At the accepted entrustment: all data of the debtor. */
  discloseFull(tx: Tx, to: readonly Disclosee[]): Promise<void> {
    return this.disclosures.disclose(tx, to, 'holder_full', 'collect under an accepted entrustment');
  }

  /** Ends all disclosures of these cases. */
  revoke(tx: Tx, caseIds: readonly string[]): Promise<void> {
    return this.disclosures.revoke(tx, caseIds);
  }

  /** All disclosures of a case, oldest first. The caller has checked that the actor may see them. */
  ofCase(q: Queryable, caseId: string): Promise<Disclosure[]> {
    return this.disclosures.ofCase(q, caseId);
  }

  /** Decrypts the debtor's personal data of a case that was found for the actor. Every read is recorded. */
  async readDebtor(tx: Tx, actor: Actor, found: FoundCase): Promise<ShownDebtor> {
    const { id, sight, debtorSealed, debtorIdKind: idKind } = found;
    if (!debtorSealed) throw new DebtorNotDisclosed({ path: 'caseId' });
    const { alarms } = await this.policies.get(disclosureFigures, tx);
    await this.audit.record(tx, actor, 'case.debtor.read', { kind: 'case', id }, { sight });
    const reads = await this.disclosures.countRead(tx, actor.organisationId);
    const level = alarmAt(reads, alarms);
    if (level) await this.raise(tx, actor, level, reads);
    return { ...this.vault.open(id, debtorSealed), idKind };
  }

  private async raise(tx: Tx, actor: Actor, level: keyof typeof LOUDNESS, reads: number): Promise<void> {
    const subject = { kind: 'organisation', id: actor.organisationId };
    await this.audit.record(tx, actor, 'case.debtor.bulk-read', subject, { level, reads, window: 'hour' });
    // Many reads in a sandbox are only recorded: test data needs no alarm.
    if (actor.sandboxId !== null) return;
    const organisation = publicId('organisation', actor.organisationId);
    tx.afterCommit(() => {
      bulkReadAlarms.inc({ level });
      this.log[LOUDNESS[level]](`${level}: ${organisation} read ${reads} debtor records within an hour`);
    });
  }
}

const LOUDNESS = { notice: 'log', warning: 'warn', critical: 'error' } as const;
