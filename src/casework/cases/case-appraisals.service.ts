import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import {
  type AdmissionReason,
  type CaseDraft,
  type CaseGrade,
  CaseRules,
  type EvidenceKind,
  judge,
  limitationOf,
  readTiers,
  scoreOf,
} from '../admission/index.js';
import { type DebtorData, DebtorVault } from '../debtors/index.js';
import { CaseRepository, type CaseRow } from './case.repository.js';
import { CaseClaimsRepository } from './case-claims.repository.js';
import type { Mover } from './case-moves.repository.js';
import { CaseMoves } from './case-moves.service.js';

/** What the rules of this moment say of a case. */
export interface Appraisal {
  readonly verdict: 'admit' | 'review' | 'reject';
  readonly reasons: readonly AdmissionReason[];
  readonly evidenceBps: number;
  readonly score: number;
  readonly grade: CaseGrade;
  readonly limitationExpiresOn: string;
}

/** Judges posted cases anew when something about them changes. The case is under its lock. */
@Injectable()
export class CaseAppraisals {
  constructor(
    private readonly rules: CaseRules,
    private readonly vault: DebtorVault,
    private readonly cases: CaseRepository,
    private readonly claims: CaseClaimsRepository,
    private readonly moves: CaseMoves,
  ) {}

  /** The case with a change of its facts, judged; writes nothing. */
  async withChange(tx: Tx, one: CaseRow, change: Partial<CaseDraft>): Promise<Appraisal> {
    const rules = await this.rules.now(tx);
    const draft = { ...draftOf(one, this.vault.open(one.id, one.debtorSealed)), ...change };
    const { verdict, reasons } = judge(draft, rules.admission, rules.today);
    const { score, grade, evidenceBps } = scoreOf(draft, rules.today, rules.score);
    const limitationExpiresOn = limitationOf(draft, rules.today, rules.admission.limitation).expiresOn;
    return { verdict, reasons, evidenceBps, score, grade, limitationExpiresOn };
  }

  /** Notes a new document and what follows from it: a new score, and the hall for a case that waited only for this. */
  async addEvidence(tx: Tx, by: Mover, one: CaseRow, kind: EvidenceKind): Promise<void> {
    await this.cases.note(tx, one.id, { act: 'add_evidence', state: one.state, by, facts: { kind } });
    const evidenceKinds = [...new Set([...one.evidenceKinds, kind])];
    const { verdict, reasons, ...appraisal } = await this.withChange(tx, one, { evidence: evidenceKinds });
    const waiting = one.state === 'submitted' || one.state === 'under_review';
    const reviewReasons = waiting ? reasons : one.reviewReasons;
    await this.cases.reappraise(tx, one.id, { ...appraisal, evidenceKinds, reviewReasons });
    if (one.state === 'listed') await this.claims.refreshListing(tx, one.id, by);
    if (waiting && verdict === 'admit') await this.enterHall(tx, by, one);
  }

  private async enterHall(tx: Tx, by: Mover, one: CaseRow): Promise<void> {
    const facts = { automatic: true, number: one.number, outstandingFen: one.outstandingFen.toString() };
    await this.moves.list(tx, [{ caseId: one.id, ...by }], { act: 'admit', from: [one.state], facts }, false);
  }
}

/** The draft a case was made from, as its row and its sealed part remember it. */
function draftOf(one: CaseRow, debtor: DebtorData): CaseDraft {
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
