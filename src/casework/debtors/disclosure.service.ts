import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, publicId } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { disclosureFigures } from '../admission/index.js';
import type { DebtorData, Disclosee, DisclosureStage } from '../cases/index.js';
import { bulkReadAlarms, CaseRepository, DebtorNotDisclosed } from '../cases/index.js';
import { DebtorVault } from './debtor-vault.js';
import { alarmAt } from './disclosure.policy.js';
import { type Disclosure, DisclosureRepository } from './disclosure.repository.js';

/** Who is told how much of a debtor, stage by stage, each with its record (PIPL art. 51, 55: de-identification, purpose, record). */
@Injectable()
export class Disclosures {
  private readonly log = new Logger('Disclosures');

  constructor(
    private readonly database: Database,
    private readonly disclosures: DisclosureRepository,
    private readonly cases: CaseRepository,
    private readonly vault: DebtorVault,
    private readonly audit: Audit,
    private readonly policies: Policies,
  ) {}

  /** Stage 2, at the grab: the case with its debtor's name masked. */
  discloseMasked(tx: Tx, to: readonly Disclosee[]): Promise<void> {
    return this.disclosures.disclose(tx, to, 'holder_masked', 'assess a grabbed case before the entrustment');
  }

  /** Stage 3, when the entrustment is accepted: everything needed to work the case. */
  discloseFull(tx: Tx, to: readonly Disclosee[]): Promise<void> {
    return this.disclosures.disclose(tx, to, 'holder_full', 'collect under an accepted entrustment');
  }

  /** Ends every live disclosure of these cases to the organisation; to everybody when none is named. */
  revoke(tx: Tx, caseIds: readonly string[], organisationId?: string): Promise<void> {
    return this.disclosures.revoke(tx, caseIds, organisationId ?? null);
  }

  /** How far a case is disclosed to an organisation at this moment. */
  stageOf(q: Queryable, caseId: string, organisationId: string): Promise<DisclosureStage | undefined> {
    return this.disclosures.stageOf(q, caseId, organisationId);
  }

  /** To whom a case was ever disclosed: for those who may see the case and are not themselves a recipient. */
  async ofCase(actor: Actor, caseId: string): Promise<Disclosure[]> {
    const seen = await this.cases.find(this.database, actor, caseId);
    if (seen?.sight !== 'creditor' && seen?.sight !== 'platform') throw new NotFound({ path: 'caseId' });
    return this.disclosures.ofCase(this.database, caseId);
  }

  /** The debtor's personal data, for the creditor and for the holder of an accepted entrustment. Every read is on record. */
  async readDebtor(actor: Actor, caseId: string): Promise<DebtorData> {
    const alarms = (await this.policies.get(disclosureFigures)).alarms;
    return this.database.transaction(async (tx) => {
      const seen = await this.cases.find(tx, actor, caseId);
      if (!seen) throw new NotFound({ path: 'caseId' });
      if (!seen.debtorSealed) throw new DebtorNotDisclosed({ path: 'caseId' });
      await this.audit.record(tx, actor, 'case.debtor.read', { kind: 'case', id: caseId }, { sight: seen.sight });
      const reads = await this.disclosures.countRead(tx, actor.organisationId);
      const level = alarmAt(reads, alarms);
      if (level) await this.raise(tx, actor, level, reads);
      return this.vault.open(caseId, seen.debtorSealed);
    });
  }

  private async raise(tx: Tx, actor: Actor, level: keyof typeof LOUDNESS, reads: number): Promise<void> {
    const subject = { kind: 'organisation', id: actor.organisationId };
    await this.audit.record(tx, actor, 'case.debtor.bulk-read', subject, { level, reads, window: 'hour' });
    // Trying a flood of reads in a sandbox wakes nobody up.
    if (actor.sandboxId !== null) return;
    const organisation = publicId('organisation', actor.organisationId);
    tx.afterCommit(() => {
      bulkReadAlarms.inc({ level });
      this.log[LOUDNESS[level]](`${level}: ${organisation} read ${reads} debtor records within an hour`);
    });
  }
}

const LOUDNESS = { notice: 'log', warning: 'warn', critical: 'error' } as const;
