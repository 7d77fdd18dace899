import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import {
  type Appraisal,
  appraise,
  type CaseDraft,
  CaseRules,
  type EvidenceKind,
  readTiers,
} from '../admission/index.js';
import { type Matter, readClaimTerms, readPayments } from '../debt/index.js';
import { type DebtorData, DebtorVault } from '../debtors/index.js';
import { openLines, statedLines } from '../lines/index.js';
import { CaseRepository, type CaseRow } from './case.repository.js';
import { CaseClaimsRepository } from './case-claims.repository.js';
import type { Mover } from './case-moves.repository.js';
import { CaseMoves } from './case-moves.service.js';

/** Judges posted cases again when something about them changes. The caller has locked the case. */
@Injectable()
export class CaseAppraisals {
  constructor(
    private readonly rules: CaseRules,
    private readonly vault: DebtorVault,
    private readonly cases: CaseRepository,
    private readonly claims: CaseClaimsRepository,
    private readonly moves: CaseMoves,
  ) {}

  /** Refuses a creditor that is not approved now. */
  async assertMayPost(tx: Tx, creditorId: string): Promise<void> {
    await this.rules.assertMayPost(tx, creditorId);
  }

  /** Judges the case with changed facts; writes nothing. */
  async withChange(tx: Tx, one: CaseRow, change: Partial<CaseDraft>): Promise<Appraisal> {
    const rules = await this.rules.now(tx);
    const draft = { ...draftOf(one, this.vault.open(one.id, one.debtorSealed)), ...change };
    return appraise(draft, rules);
  }

  /** Records a new document and what follows: a new score, and the listing of a case that waited only for it. */
  async addEvidence(tx: Tx, by: Mover, one: CaseRow, kind: EvidenceKind): Promise<void> {
    await this.cases.note(tx, one, by, 'add_evidence', { kind });
    const evidenceKinds = [...new Set([...one.evidenceKinds, kind])];
    const { verdict, reasons, ...appraisal } = await this.withChange(tx, one, { evidence: evidenceKinds });
    const waiting = one.state === 'submitted' || one.state === 'under_review';
    const reviewReasons = waiting ? [...reasons] : one.reviewReasons;
    await this.cases.reappraise(tx, one.id, { ...appraisal, evidenceKinds, reviewReasons });
    if (one.state === 'listed') await this.moves.announceChanged(tx, await this.claims.refreshListing(tx, one.id, by));
    if (waiting && verdict === 'admit') await this.enterHall(tx, by, one);
  }

  /** Restates what the case is about; what the hall shows of a listed one follows. The caller has judged the matter. */
  async restateMatter(tx: Tx, by: Mover, one: CaseRow, matter: Matter | null): Promise<void> {
    await this.cases.note(tx, one, by, 'restate_matter', { fromMatter: one.matter, matter });
    await this.cases.restateMatter(tx, one.id, matter);
    if (one.state === 'listed') await this.moves.announceChanged(tx, await this.claims.refreshListing(tx, one.id, by));
  }

  private async enterHall(tx: Tx, by: Mover, one: CaseRow): Promise<void> {
    const facts = { automatic: true, number: one.number, outstandingFen: one.outstandingFen.toString() };
    await this.moves.list(tx, [{ caseId: one.id, ...by }], { act: 'admit', from: [one.state], facts }, false);
  }
}

/** The draft of a case, from its row and its decrypted debtor. */
function draftOf(one: CaseRow, debtor: DebtorData): CaseDraft {
  return {
    ...one,
    debtorName: debtor.name,
    debtorIdNumber: debtor.idNumber,
    debtorPhone: debtor.phone,
    debtorAddress: debtor.address,
    evidence: one.evidenceKinds,
    offer: { commissionBps: one.commissionBps, tiers: readTiers(one.commissionTiers) },
    note: debtor.note,
    lines: statedLines(openLines(one.lines)),
    claimTerms: one.claimTerms && readClaimTerms(one.claimTerms),
    payments: readPayments(one.payments),
  };
}
