import { Injectable } from '@nestjs/common';
import { CaseListed } from '../../events/cases.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, WrongState } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Files as FileStore, type StoredFile } from '../../platform/storage/index.js';
import type { CaseDraft, EvidenceKind } from '../admission/index.js';
import { CaseRules, judge, readTiers, scoreOf } from '../admission/index.js';
import { DebtorVault } from '../debtors/index.js';
import type { Case } from './case.entity.js';
import { CLOSED_STATES, caseLifecycle } from './case.lifecycle.js';
import { EvidenceFileUnknown } from './case.refusals.js';
import { CaseRepository, type SeenCase } from './case.repository.js';
import type { DebtorData } from './case.types.js';
import { CaseClaimsRepository } from './case-claims.repository.js';
import { CaseHistoryRepository, type EvidenceItem } from './case-history.repository.js';
import { CaseMovesRepository, listedPayload } from './case-moves.repository.js';

/** Documents of a case: each one is appraised, and a case that waited only for them goes to the hall. */
@Injectable()
export class CaseEvidenceDesk {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly histories: CaseHistoryRepository,
    private readonly moves: CaseMovesRepository,
    private readonly claims: CaseClaimsRepository,
    private readonly files: Files,
    private readonly store: FileStore,
    private readonly audit: Audit,
    private readonly vault: DebtorVault,
    private readonly rules: CaseRules,
    private readonly outbox: Outbox,
  ) {}

  /** Adds an uploaded file of the creditor to its case. Refuses EVIDENCE_FILE_UNKNOWN, EVIDENCE_ALREADY_ADDED, WRONG_STATE. */
  async add(actor: Actor, caseId: string, kind: EvidenceKind, fileId: string): Promise<SeenCase> {
    await this.database.transaction(async (tx) => {
      const one = await this.cases.lock(tx, caseId);
      if (!one || one.creditorId !== actor.organisationId) throw new NotFound({ path: 'caseId' });
      if (caseLifecycle.isFinal(one.state) || CLOSED_STATES.includes(one.state)) {
        throw new WrongState({ path: 'caseId', details: { state: one.state } });
      }
      const [own] = await this.files.owned(tx, actor, [fileId]);
      if (!own) throw new EvidenceFileUnknown({ path: 'fileId' });
      await this.histories.addEvidence(tx, caseId, { kind, fileId, addedBy: actor.memberId });
      const { organisationId, memberId } = actor;
      const line = { act: 'add_evidence', state: one.state, organisationId, memberId, facts: { kind } };
      await this.histories.note(tx, caseId, line);
      await this.appraise(tx, actor, one, kind);
    });
    return (await this.cases.find(this.database, actor, caseId))!;
  }

  /** The documents of a case, for those who may see the case beyond its masked form. */
  async list(actor: Actor, caseId: string): Promise<EvidenceItem[]> {
    const seen = await this.cases.find(this.database, actor, caseId);
    if (!seen || seen.sight === 'holder_masked') throw new NotFound({ path: 'caseId' });
    return this.histories.evidence(this.database, caseId);
  }

  /** A document's contents, for whom `list` shows it. Whoever is not its creditor is put on record. */
  async open(actor: Actor, caseId: string, evidenceId: string): Promise<{ file: StoredFile; contents: Buffer }> {
    const item = (await this.list(actor, caseId)).find((one) => one.id === evidenceId);
    const found = item && (await this.store.open(item.fileId));
    if (!found) throw new NotFound({ path: 'evidenceId' });
    if (found.file.organisationId !== actor.organisationId) {
      const subject = { kind: 'case', id: caseId };
      await this.database.transaction((tx) =>
        this.audit.record(tx, actor, 'case.evidence.read', subject, { evidenceId }),
      );
    }
    return found;
  }

  private async appraise(tx: Tx, actor: Actor, one: Case, kind: EvidenceKind): Promise<void> {
    const rules = await this.rules.now(tx);
    const draft = draftOf(one, this.vault.open(one.id, one.debtorSealed));
    draft.evidence = [...new Set([...draft.evidence, kind])];
    const { verdict, reasons } = judge(draft, rules.admission, rules.today);
    const { score, grade, evidenceBps } = scoreOf(draft, rules.today, rules.score);
    const waiting = one.state === 'submitted' || one.state === 'under_review';
    const reviewReasons = waiting ? reasons : one.reviewReasons;
    const appraisal = { evidenceKinds: draft.evidence, evidenceBps, score, grade, reviewReasons };
    await this.histories.reappraise(tx, one.id, appraisal);
    if (one.state === 'listed') await this.claims.refreshListing(tx, one.id, actor);
    if (waiting && verdict === 'admit') await this.enterHall(tx, actor, one);
  }

  private async enterHall(tx: Tx, actor: Actor, one: Case): Promise<void> {
    const facts = { automatic: true, number: one.number, outstandingFen: one.outstandingFen.toString() };
    const move = { act: 'admit', to: 'listed', from: [one.state], change: 'list', facts } as const;
    const [moved] = await this.moves.move(tx, [{ caseId: one.id, ...actor }], move);
    await this.outbox.publish(tx, CaseListed, listedPayload(moved!, false));
  }
}

/** The draft a case was made from, as its row and its sealed part remember it. */
export function draftOf(one: Case, debtor: DebtorData): CaseDraft {
  return {
    externalRef: one.externalRef,
    contractNumber: one.contractNumber,
    category: one.category,
    debtorKind: one.debtorKind,
    debtorName: debtor.name,
    debtorIdNumber: debtor.idNumber,
    debtorPhone: debtor.phone,
    debtorAddress: debtor.address,
    regionCode: one.regionCode,
    principalFen: one.principalFen,
    penaltyFen: one.penaltyFen,
    paidFen: one.paidFen,
    outstandingFen: one.outstandingFen,
    dueOn: one.dueOn,
    invoicedOn: one.invoicedOn,
    lastInterruptedOn: one.lastInterruptedOn,
    annualRateBps: one.annualRateBps,
    legalOrigin: one.legalOrigin,
    evidence: one.evidenceKinds,
    serviceLine: one.serviceLine,
    offer: { commissionBps: one.commissionBps, tiers: readTiers(one.commissionTiers) },
    note: debtor.note,
  };
}
