import { Injectable } from '@nestjs/common';
import { VerificationApproved, VerificationClaimed, VerificationSubmitted } from '../../events/verification.events.js';
import type { Actor } from '../../kernel/access/index.js';
import {
  addMonths,
  Clock,
  newId,
  sampleBankAccount,
  sampleCreditCode,
  sampleLawyerCertificate,
  sampleMobile,
  sampleResidentId,
} from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { type ApplicantKind, type ApplicationFacts, canonicalFacts, verificationPolicy } from '../approvals/index.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationJournal, namesOf } from './application-journal.js';
import { ApplicationPartsRepository } from './application-parts.repository.js';
import { claimantOf } from './reviews.js';
import { SealedFacts } from './sealed-facts.js';

/** Approves a test organisation without documents; its application goes through every state of a real one. */
@Injectable()
export class ReadyApproval {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly parts: ApplicationPartsRepository,
    private readonly sealed: SealedFacts,
    private readonly journal: ApplicationJournal,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** `place` numbers the organisations of one sandbox: each gets its own identifiers, valid but never issued. */
  async grant(tx: Tx, reviewer: Actor, applicant: Actor, businessName: string, place: number): Promise<void> {
    if (applicant.sandboxId === null) throw new Error('only test organisations are approved without documents');
    const kind = applicant.organisationKind as ApplicantKind;
    const facts = canonicalFacts(readyFacts(kind, businessName, place), this.clock.today());
    const id = await this.begin(tx, applicant, kind, facts);
    await this.submit(tx, applicant, id, facts);
    await this.approve(tx, reviewer, id);
  }

  private async begin(tx: Tx, actor: Actor, kind: ApplicantKind, facts: ApplicationFacts): Promise<string> {
    const id = newId(this.clock.millis());
    const columns = this.sealed.columnsOf(id, facts);
    const owner = { organisationId: actor.organisationId, kind };
    const draft = await this.applications.insertDraft(tx, id, owner, columns.factsSealed);
    await this.applications.write(tx, id, columns);
    await this.journal.enter(tx, { act: 'verification.begin', actor, from: null, application: draft! });
    return id;
  }

  private async submit(tx: Tx, actor: Actor, id: string, facts: ApplicationFacts): Promise<void> {
    const submitted = (await this.applications.submit(tx, id))!;
    await this.parts.replaceParties(tx, submitted, this.sealed.parties(facts));
    const serials = this.sealed.serials(facts).map((lawyer) => lawyer.index);
    await this.parts.replaceLawyers(tx, id, serials);
    const event = { type: VerificationSubmitted, payload: { ...namesOf(submitted), submission: submitted.submission } };
    await this.journal.enter(tx, { act: 'verification.submit', actor, from: 'draft', application: submitted, event });
  }

  private async approve(tx: Tx, actor: Actor, id: string): Promise<void> {
    const { claimMinutes, approvalMonths } = await this.policies.get(verificationPolicy, tx);
    const claimant = claimantOf(actor);
    const claimed = (await this.applications.claimFree(tx, id, claimant, claimMinutes))!;
    const claiming = { type: VerificationClaimed, payload: namesOf(claimed) };
    const taken = { act: 'verification.claim', actor, from: 'submitted', application: claimed } as const;
    await this.journal.enter(tx, { ...taken, event: claiming });
    const validUntil = addMonths(this.clock.today(), approvalMonths);
    const approved = (await this.applications.decide(tx, id, claimant, { to: 'approved', validUntil }))!;
    const event = { type: VerificationApproved, payload: { ...namesOf(approved), validUntil } };
    const met = { act: 'verification.approve', actor, from: 'in_review', application: approved } as const;
    await this.journal.enter(tx, { ...met, reasonCodes: ['REQUIREMENTS_MET'], event });
  }
}

function readyFacts(kind: ApplicantKind, businessName: string, place: number): ApplicationFacts {
  const firm = kind === 'law_firm';
  const residentId = sampleResidentId(place);
  return {
    businessName,
    creditCode: sampleCreditCode(place, firm ? 'law_firm' : 'enterprise'),
    legalRepresentative: { name: '沙盒', residentId },
    owners: firm ? [] : [{ name: '沙盒', idNumber: residentId }],
    registeredAddress: '沙盒',
    businessScope: firm ? null : '商账管理',
    licenceValidUntil: null,
    licenceLongTerm: true,
    bankAccount: { holder: businessName, bank: '沙盒银行', number: sampleBankAccount(place) },
    contactPhone: sampleMobile(place),
    firmLicenceNumber: firm ? '31310000000000000' : null,
    lawyers: firm ? [{ name: '沙盒', certificateNumber: sampleLawyerCertificate(place * 10) }] : [],
  };
}
