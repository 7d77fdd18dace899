import { Injectable } from '@nestjs/common';
import { VerificationSubmitted } from '../../events/verification.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, Forbidden, newId, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import {
  APPLICANT_KINDS,
  type ApplicantKind,
  type ApplicationFacts,
  blockingFailures,
  type CheckResult,
  type CheckSubject,
  canonicalFacts,
  checkFiguresOf,
  runChecks,
  verificationPolicy,
} from '../approvals/index.js';
import { Files } from '../files/index.js';
import { ApplicationRepository, type ApplicationRow } from './application.repository.js';
import { ApplicationJournal, namesOf } from './application-journal.js';
import { ApplicationPartsRepository, type GivenDocument } from './application-parts.repository.js';
import { SealedFacts } from './sealed-facts.js';
import { CreditCodeTaken, VerificationIncomplete } from './verification.refusals.js';

/** Failures that one refusal names; the others are only counted. */
const MOST_NAMED = 30;

export interface Application {
  facts: ApplicationFacts;
  documents: GivenDocument[];
}

/** The applicant's side: write a draft, submit it, correct a rejected one and submit it again. */
@Injectable()
export class Submissions {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly parts: ApplicationPartsRepository,
    private readonly sealed: SealedFacts,
    private readonly journal: ApplicationJournal,
    private readonly files: Files,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Stores a draft; checks only that the files are the applicant's own. */
  async saveDraft(actor: Actor, application: Application): Promise<ApplicationRow> {
    const facts = canonicalFacts(application.facts, this.clock.today());
    return this.database.transaction(async (tx) => {
      const fileIds = application.documents.map((document) => document.fileId);
      await this.files.requireAllOwned(
        tx,
        actor,
        fileIds,
        [...fileIds.keys()].map((at) => `documents[${at}].fileId`),
      );
      return this.write(tx, actor, facts, application.documents);
    });
  }

  /** Writes and submits. A failed blocking check refuses all and changes nothing. */
  async submit(actor: Actor, application: Application): Promise<ApplicationRow> {
    const facts = canonicalFacts(application.facts, this.clock.today());
    return this.database.transaction(async (tx) => {
      const results = runChecks(await this.subjectOf(tx, actor, facts, application.documents));
      refuseFailures(results);
      const written = await this.write(tx, actor, facts, application.documents);
      const submitted = await this.applications.submit(tx, written.id);
      if (!submitted) throw new WrongState({ details: { state: written.state } });
      await this.storeFindings(tx, submitted, facts, results);
      const { fromState: from, submission } = submitted;
      const event = { type: VerificationSubmitted, payload: { ...namesOf(submitted), submission } };
      await this.journal.enter(tx, { act: 'verification.submit', actor, from, application: submitted, event });
      return submitted;
    });
  }

  private async storeFindings(tx: Tx, row: ApplicationRow, facts: ApplicationFacts, results: CheckResult[]) {
    await this.parts.replaceParties(tx, row, this.sealed.parties(facts));
    const lawyers = this.sealed.serials(facts).map((lawyer) => lawyer.index);
    await this.parts.replaceLawyers(tx, row.id, lawyers);
    await this.parts.addChecks(tx, row.id, row.submission, results);
  }

  private async write(tx: Tx, actor: Actor, facts: ApplicationFacts, documents: GivenDocument[]) {
    const live = (await this.applications.lockLive(tx, actor.organisationId)) ?? (await this.begin(tx, actor, facts));
    const written = await this.applications.write(tx, live.id, this.sealed.columnsOf(live.id, facts));
    if (!written) throw new WrongState({ details: { state: live.state } });
    await this.parts.replaceDocuments(tx, live.id, documents);
    return written;
  }

  /** A first application, or a new one after the last ended. If two members begin at once, the second continues the first's. */
  private async begin(tx: Tx, actor: Actor, facts: ApplicationFacts): Promise<ApplicationRow> {
    const id = newId(this.clock.millis());
    const owner = { organisationId: actor.organisationId, kind: applicantKind(actor) };
    const draft = await this.applications.insertDraft(tx, id, owner, this.sealed.columnsOf(id, facts).factsSealed);
    if (!draft) {
      const live = await this.applications.lockLive(tx, actor.organisationId);
      if (live) return live;
      throw new WrongState({ details: { state: 'ended' } });
    }
    await this.journal.enter(tx, { act: 'verification.begin', actor, from: null, application: draft });
    return draft;
  }

  private async subjectOf(
    tx: Tx,
    actor: Actor,
    facts: ApplicationFacts,
    documents: GivenDocument[],
  ): Promise<CheckSubject> {
    const lawyers = this.sealed.serials(facts);
    const indexes = lawyers.map((lawyer) => lawyer.index);
    const taken = await this.parts.serialsTaken(tx, indexes, actor.organisationId);
    const code = facts.creditCode;
    const fileIds = documents.map((document) => document.fileId);
    return {
      kind: applicantKind(actor),
      facts,
      documents,
      files: new Map((await this.files.owned(tx, actor, fileIds)).map((file) => [file.id, file.mediaType])),
      today: this.clock.today(),
      creditCodeTaken:
        code !== null && (await this.applications.creditCodeTaken(tx, this.sealed.indexOf(code), actor.organisationId)),
      serialsTaken: new Set(lawyers.filter(({ index }) => taken.some((t) => t.equals(index))).map((l) => l.serial)),
      figures: checkFiguresOf(await this.policies.get(verificationPolicy, tx)),
    };
  }
}

function refuseFailures(results: CheckResult[]): void {
  const failures = blockingFailures(results);
  const [first] = failures;
  if (!first) return;
  const path = first.field ?? 'facts';
  if (first.code === 'CREDIT_CODE_FREE') throw new CreditCodeTaken({ path });
  const all = failures
    .map((failure) => `${failure.field} ${failure.reason}`)
    .slice(0, MOST_NAMED)
    .join(', ');
  throw new VerificationIncomplete({ path, details: { reason: first.reason, faults: failures.length, all } });
}

function applicantKind(actor: Actor): ApplicantKind {
  const kind = APPLICANT_KINDS.find((known) => known === actor.organisationKind);
  if (!kind) throw new Forbidden();
  return kind;
}
