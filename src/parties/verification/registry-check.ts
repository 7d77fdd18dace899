import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../events/define-event.js';
import { VerificationSubmitted } from '../../events/verification.events.js';
import { Clock } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type JobCall, JobHandler, Jobs, Sweep } from '../../platform/jobs/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { type CheckResult, verificationPolicy } from '../approvals/index.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationPartsRepository } from './application-parts.repository.js';
import { type MagicIdentity, magicOf, REGISTER_FAILS_SECONDS } from './magic-identities.policy.js';
import { SealedFacts } from './sealed-facts.js';

/** A query to an external business register. Personal data: sent to the configured register only. */
export interface RegistryQuestion {
  creditCode: string;
  businessName: string;
  legalRepresentativeName: string;
}

export type RegistryAnswer = 'agrees' | 'differs' | 'unknown';

/** The register's answer; for `differs` with the fields that differ. */
export interface RegistryVerdict {
  answer: RegistryAnswer;
  differing: (keyof RegistryQuestion)[];
}

/** Port to an external business register. A job calls it outside any transaction and is repeated when it throws. */
export abstract class RegistryProvider {
  /** Name of the register. */
  abstract readonly source: string;

  abstract lookup(question: RegistryQuestion, signal: AbortSignal): Promise<RegistryVerdict>;
}

/** Used when no register is connected: it answers `unknown`. */
@Injectable()
export class LocalRegistry extends RegistryProvider {
  override readonly source = 'local';

  override async lookup(): Promise<RegistryVerdict> {
    return { answer: 'unknown', differing: [] };
  }
}

const JOB = 'verification.registry';
/** Seconds the job has before the sweep repeats it. */
const SWEEP_AFTER_SECONDS = 120;
const SWEEP_LIMIT = 50;

/** Queries the business register for each submitted application, outside any transaction, and stores the answer as a check. */
@Injectable()
export class RegistryCheck {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly parts: ApplicationPartsRepository,
    private readonly sealed: SealedFacts,
    private readonly registry: RegistryProvider,
    private readonly policies: Policies,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @OnEvent(VerificationSubmitted)
  async whenSubmitted(tx: Tx, event: EventOf<typeof VerificationSubmitted>): Promise<void> {
    this.jobs.scheduleAfter(tx, JOB, { id: event.applicationId });
  }

  @JobHandler(JOB)
  async ask({ id }: JobCall): Promise<void> {
    const row = await this.applications.byId(this.database, id);
    if (!row || (row.state !== 'submitted' && row.state !== 'in_review')) return;
    const { creditCode, businessName, legalRepresentative } = this.sealed.open(row);
    if (!creditCode || !businessName || !legalRepresentative) return;
    const { registryTimeoutMs } = await this.policies.get(verificationPolicy);
    const question = { creditCode, businessName, legalRepresentativeName: legalRepresentative.name };
    const verdict = row.sandboxId
      ? this.sandboxVerdict(magicOf(this.sealed.open(row)), row.submittedAt!)
      : await this.registry.lookup(question, AbortSignal.timeout(registryTimeoutMs));
    // Stored for this submission; a second answer for the same one changes nothing.
    await this.database.transaction((tx) => this.parts.addChecks(tx, id, row.submission, [checkOf(verdict)]));
  }

  /** A sandbox has its own register, which answers by the identity. The job is repeated when it throws. */
  private sandboxVerdict({ register }: MagicIdentity, submittedAt: Date): RegistryVerdict {
    const sinceMs = this.clock.millis() - submittedAt.getTime();
    if (register === 'fails' && sinceMs < REGISTER_FAILS_SECONDS * 1000) {
      throw new Error('the register of the sandbox fails, as this identity requires');
    }
    if (register === 'differs') return { answer: 'differs', differing: ['businessName'] };
    return { answer: register === 'unknown' ? 'unknown' : 'agrees', differing: [] };
  }

  /** For applications whose job did not run. */
  @Sweep('verification.registry', 60_000)
  async askOverdue(): Promise<void> {
    const ids = await this.applications.withoutRegistryAnswer(this.database, SWEEP_AFTER_SECONDS, SWEEP_LIMIT);
    for (const id of ids) await this.jobs.schedule(JOB, { id });
  }
}

/** The register's answer as an advisory check. */
export function checkOf({ answer, differing }: RegistryVerdict): CheckResult {
  const [field] = differing.map((name) => FIELD[name]);
  return {
    code: 'REGISTRY_AGREES',
    passed: answer === 'unknown' ? null : answer === 'agrees',
    severity: 'advisory',
    field: answer === 'differs' ? (field ?? 'facts.creditCode') : 'facts.creditCode',
    reason: answer === 'agrees' ? null : answer === 'unknown' ? 'UNKNOWN' : 'DIFFERS',
  };
}

const FIELD = {
  creditCode: 'facts.creditCode',
  businessName: 'facts.businessName',
  legalRepresentativeName: 'facts.legalRepresentative.name',
} as const;
