import { randomBytes, randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { sampleCreditCode } from '@recourse/identifiers';
import fc from 'fast-check';
import type { CaseDraft } from '../../src/casework/admission/case-draft.js';
import { CaseRules } from '../../src/casework/admission/case-rules.js';
import { type CommissionTier, rateFor, storeTiers } from '../../src/casework/admission/commission-offer.policy.js';
import { CaseRepository } from '../../src/casework/cases/case.repository.js';
import { CaseActs } from '../../src/casework/cases/case-acts.service.js';
import { CaseAdmissionRepository } from '../../src/casework/cases/case-admission.repository.js';
import { CaseAppraisals } from '../../src/casework/cases/case-appraisals.service.js';
import { CaseClaimsRepository } from '../../src/casework/cases/case-claims.repository.js';
import { CaseClaims } from '../../src/casework/cases/case-claims.service.js';
import { CaseIntake } from '../../src/casework/cases/case-intake.service.js';
import { CaseMovesRepository } from '../../src/casework/cases/case-moves.repository.js';
import { CaseMoves } from '../../src/casework/cases/case-moves.service.js';
import { caseLaws } from '../../src/casework/cases/cases.laws.js';
import { Cases } from '../../src/casework/cases/cases.service.js';
import { DebtorVault } from '../../src/casework/debtors/debtor-vault.js';
import { DisclosureRepository } from '../../src/casework/debtors/disclosure.repository.js';
import { Disclosures } from '../../src/casework/debtors/disclosures.service.js';
import { HistoryTexts } from '../../src/casework/debtors/history-texts.js';
import { HallChanges } from '../../src/casework/hall/hall-changes.js';
import { RATE } from '../../src/casework/hall/listing-sql.js';
import { CaseEvidenceRepository } from '../../src/casework/reviews/case-evidence.repository.js';
import { CaseEvidence } from '../../src/casework/reviews/case-evidence.service.js';
import { CaseReviews } from '../../src/casework/reviews/case-reviews.service.js';
import { EvidenceIntake } from '../../src/casework/reviews/evidence-intake.service.js';
import type { Actor, OrganisationKind } from '../../src/kernel/access/index.js';
import { monthsBetween } from '../../src/kernel/index.js';
import { Approvals } from '../../src/parties/approvals/index.js';
import { Files } from '../../src/parties/files/index.js';
import { Organisations } from '../../src/parties/worlds/index.js';
import { AuditModule } from '../../src/platform/audit/index.js';
import { CryptoModule } from '../../src/platform/crypto/index.js';
import { Database } from '../../src/platform/database/index.js';
import { IdempotencyModule } from '../../src/platform/idempotency/index.js';
import { JobsModule } from '../../src/platform/jobs/index.js';
import { OutboxModule } from '../../src/platform/outbox/index.js';
import { PolicyModule } from '../../src/platform/policy/index.js';
import { StorageModule, StoredFiles } from '../../src/platform/storage/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const PROVIDERS = [
  HallChanges,
  CaseActs,
  CaseAdmissionRepository,
  CaseAppraisals,
  CaseClaims,
  CaseClaimsRepository,
  CaseEvidence,
  CaseEvidenceRepository,
  CaseIntake,
  CaseMoves,
  CaseMovesRepository,
  HistoryTexts,
  CaseRepository,
  CaseReviews,
  CaseRules,
  Cases,
  DebtorVault,
  DisclosureRepository,
  Disclosures,
  EvidenceIntake,
  Files,
];

let nth = 0;

function aDraft(over: Partial<CaseDraft> = {}): CaseDraft {
  nth += 1;
  return {
    externalRef: `AR-${nth}`,
    contractNumber: `HT-${nth}`,
    category: 'commercial_receivable',
    debtorKind: 'enterprise',
    debtorName: '深圳市大华电子有限公司',
    debtorIdNumber: sampleCreditCode(nth),
    debtorPhone: '0755-12345678',
    debtorAddress: '深圳市南山区科技路 1 号',
    regionCode: '440305',
    principalFen: 1_000_000n,
    penaltyFen: 50_000n,
    paidFen: 250_000n,
    outstandingFen: 800_000n,
    dueOn: '2026-03-01',
    invoicedOn: '2026-02-01',
    lastInterruptedOn: null,
    annualRateBps: null,
    legalOrigin: 'trade',
    evidence: ['contract', 'invoice', 'delivery_note'],
    serviceLine: 'agency_dunning',
    offer: { commissionBps: 1_200, tiers: [{ minMonthsOverdue: 6, bps: 1_800 }] },
    note: 'ask for 王先生',
    lines: [],
    debtorIdKind: null,
    matter: null,
    claimTerms: null,
    ...over,
  };
}

describe('cases', () => {
  let database: TestDatabase;
  let process: TestingModule;
  let db: Database;
  let intake: CaseIntake;
  let claims: CaseClaims;
  let disclosures: Disclosures;
  let cases: Cases;
  let acts: CaseActs;

  beforeAll(async () => {
    database = await namedDatabase('recourse_cases', { fresh: true });
    const platform = [
      AuditModule,
      CryptoModule,
      IdempotencyModule,
      JobsModule,
      OutboxModule,
      PolicyModule,
      StorageModule,
    ];
    const approvals = { provide: Approvals, useValue: { requireApproved: async () => ({ sandboxId: null }) } };
    const organisations = { provide: Organisations, useValue: { get: async () => undefined } };
    const key = { MASTER_KEY: randomBytes(32).toString('base64') };
    process = await (await processWith(database, platform, [...PROVIDERS, approvals, organisations], key)).init();
    db = process.get(Database);
    intake = process.get(CaseIntake);
    claims = process.get(CaseClaims);
    disclosures = process.get(Disclosures);
    cases = process.get(Cases);
    acts = process.get(CaseActs);
  });
  afterAll(() => process.close());

  async function anActor(kind: OrganisationKind): Promise<Actor> {
    const [organisationId, memberId] = [randomUUID(), randomUUID()];
    await asOwner(database, 'INSERT INTO organisations (id, kind, name) VALUES ($1, $2, $3)', [
      organisationId,
      kind,
      `${kind} ${organisationId}`,
    ]);
    const roles = kind === 'platform' ? (['reviewer'] as const) : (['owner'] as const);
    const actor = { kind: 'member', organisationId, organisationKind: kind, memberId } as const;
    return { ...actor, apiKeyId: null, roles, scopes: [], sessionId: null, sandboxId: null };
  }

  const admit = (creditor: Actor, ...drafts: CaseDraft[]) =>
    db.transaction((tx) => intake.admitMany(tx, { creditorId: creditor.organisationId }, drafts));

  async function listed(creditor: Actor, over: Partial<CaseDraft> = {}): Promise<string> {
    const [one] = await admit(creditor, aDraft(over));
    expect(one).toMatchObject({ outcome: 'admitted', reasons: [] });
    return one!.caseId!;
  }

  async function grabbed(caseId: string, holder: Actor): Promise<void> {
    await db.transaction(async (tx) => {
      const to = [{ caseId, organisationId: holder.organisationId, memberId: holder.memberId }];
      expect(await claims.markGrabbed(tx, to)).toEqual([caseId]);
      await disclosures.discloseMasked(tx, to);
    });
  }

  const inHall = async (caseId: string) =>
    (await db.one<{ n: bigint }>('SELECT count(*) AS n FROM hall_listings WHERE case_id = $1', [caseId]))!.n === 1n;

  it('gives every draft of a batch its one outcome, and the same batch again only duplicates', async () => {
    const creditor = await anActor('creditor');
    const good = aDraft();
    const drafts = [
      good,
      aDraft({ externalRef: good.externalRef, debtorName: 'another' }),
      aDraft({ principalFen: 1n }),
      aDraft({ evidence: [], contractNumber: null, invoicedOn: null }),
      aDraft({ offer: { commissionBps: 9_999, tiers: [] } }),
      aDraft({ externalRef: 'x'.repeat(101) }),
    ];
    const outcomes = await admit(creditor, ...drafts);
    expect(outcomes.map((one) => one.outcome)).toEqual([
      'admitted',
      'duplicate',
      'rejected',
      'in_review',
      'rejected',
      'rejected',
    ]);
    expect(outcomes[1]!.caseId).toBe(outcomes[0]!.caseId);
    expect(outcomes[4]!.reasons[0]).toMatchObject({ code: 'OFFER_INVALID', field: 'offer.bps' });
    expect(outcomes[5]!.reasons[0]).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'externalRef' });
    const again = await admit(creditor, ...drafts);
    expect(again.map((one) => one.caseId)).toEqual(outcomes.map((one) => one.caseId));
    expect(again.filter((one) => one.outcome === 'duplicate')).toHaveLength(3);
    const rows = await db.rows('SELECT number, state FROM cases WHERE creditor_id = $1', [creditor.organisationId]);
    expect(rows).toHaveLength(2);
  });

  it('writes number, history, hall and events of an admitted case, and no personal data in the clear', async () => {
    const creditor = await anActor('creditor');
    const caseId = await listed(creditor);
    const seen = await cases.get(creditor, caseId);
    expect(seen.number).toMatch(/^DC-\d{4}-\d{8}$/);
    expect(seen).toMatchObject({ state: 'listed', debtorMaskedName: '深圳*****有限公司', outstandingFen: 800_000n });
    expect(seen.acceptedAt).toEqual(seen.listedAt);
    const hall = await db.one('SELECT province, amount_fen, commission_bps FROM hall_listings WHERE case_id = $1', [
      caseId,
    ]);
    expect(hall).toEqual({ province: '440000', amount_fen: 800_000n, commission_bps: 1_800 });
    expect((await cases.history(creditor, caseId)).map((line) => line.act)).toEqual(['admit']);
    const dump = await asOwner<{ row: string }>(database, 'SELECT c::text AS row FROM cases c WHERE id = $1', [caseId]);
    const events = await asOwner<{ row: string }>(database, 'SELECT payload::text AS row FROM outbox_events');
    for (const { row } of [...dump, ...events]) expect(row).not.toMatch(/大华|王先生|75512345678|12345678|科技路/);
  });

  it('tells no volume by its number: each counter has one of its own, in no order', async () => {
    const numbers = (from: number) =>
      db.rows<{ number: string }>(
        `SELECT case_number(n, secret) AS number FROM case_number_secret, generate_series($1::bigint, $1::bigint + 9999) n ORDER BY n`,
        [from],
      );
    const all = [...(await numbers(1)), ...(await numbers(99_995_000))].map(({ number }) => number);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((number) => /^\d{8,9}$/.test(number))).toBe(true);
    const rises = all.slice(1, 10_000).filter((number, i) => number > all[i]!).length;
    expect(rises).toBeGreaterThan(4_000);
    expect(rises).toBeLessThan(6_000);
  });

  it('counts a change of the hall as the act of the organisation behind it, once it is committed', async () => {
    const changes = process.get(HallChanges);
    const [creditor, holder, onlooker] = [await anActor('creditor'), await anActor('agency'), await anActor('agency')];
    const undone = db.transaction(async (tx) => {
      await intake.admitMany(tx, { creditorId: creditor.organisationId, memberId: creditor.memberId }, [aDraft()]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(changes.lastOf(creditor.organisationId)).toBe(Number.NEGATIVE_INFINITY);
    const caseId = await listed(creditor);
    const entered = changes.lastOf(creditor.organisationId);
    expect(entered).toBeGreaterThan(0);
    await grabbed(caseId, holder);
    expect(changes.lastOf(holder.organisationId)).toBeGreaterThan(entered);
    expect(changes.lastOf(creditor.organisationId)).toBe(entered);
    await db.transaction((tx) => claims.putBack(tx, [caseId], { reason: 'expired', by: holder }));
    expect(changes.lastOf(holder.organisationId)).toBeGreaterThan(entered);
    expect(changes.lastOf(onlooker.organisationId)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('shows in the hall the rate that a grab freezes, whatever the offer, the amount and the day', async () => {
    const bps = fc.integer({ min: 0, max: 10_000 });
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
    const fen = fc.bigInt({ min: 0n, max: 3_000n });
    const tier = fc.record(
      { minMonthsOverdue: fc.integer({ min: 0, max: 60 }), minAmountFen: fen, bps },
      { requiredKeys: ['bps'] },
    );
    const listing = fc.record({
      ...{ bps, tiers: fc.array(tier, { maxLength: 5 }), amountFen: fen, recoveredFen: fen },
      days: fc.tuple(day, day).map((days) => days.map((one) => one.toISOString().slice(0, 10)).sort()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(listing, { minLength: 20, maxLength: 60 }), async (all) => {
        const rows = all.map((one, n) => ({
          ...{ n, due_on: one.days[0], today: one.days[1], commission_bps: one.bps },
          commission_tiers: storeTiers(one.tiers as CommissionTier[]),
          ...{ outstanding_fen: `${one.amountFen + one.recoveredFen}`, recovered_fen: `${one.recoveredFen}` },
        }));
        const found = await db.rows<{ rate: number }>(
          `SELECT ${RATE} AS rate FROM jsonb_to_recordset($1::jsonb) AS m (n int, due_on date, today date, commission_bps int,
             commission_tiers jsonb, outstanding_fen bigint, recovered_fen bigint), LATERAL (SELECT m.today) t ORDER BY m.n`,
          [JSON.stringify(rows)],
        );
        const frozen = all.map(({ bps: base, tiers, amountFen, days }) => {
          const facts = { amountFen, monthsOverdue: monthsBetween(days[0]!, days[1]!) };
          return rateFor({ bps: base, tiers: tiers as CommissionTier[] }, facts);
        });
        expect(found.map(({ rate }) => rate)).toEqual(frozen);
      }),
      { numRuns: 60 },
    );
  });

  it('lets exactly one of two transactions take a case out of the hall', async () => {
    const caseId = await listed(await anActor('creditor'));
    const [one, two] = [await anActor('agency'), await anActor('agency')];
    const take = (actor: Actor) =>
      db.transaction(async (tx) => {
        const free = await claims.lockListed(tx, [caseId]);
        return claims.markGrabbed(
          tx,
          free.map((each) => ({ caseId: each.id, organisationId: actor.organisationId })),
        );
      });
    const taken = await Promise.all([take(one), take(two)]);
    expect(taken.flat()).toEqual([caseId]);
    expect(await inHall(caseId)).toBe(false);
    expect((await claims.statesOf(db, [caseId, randomUUID()])).get(caseId)?.state).toBe('grabbed');
  });

  it('offers what the contest needs while a case is locked', async () => {
    const caseId = await listed(await anActor('creditor'));
    const [one] = await db.transaction((tx) => claims.lockListed(tx, [caseId, randomUUID()]));
    expect(one).toMatchObject({
      id: caseId,
      amountFen: 800_000n,
      dueOn: '2026-03-01',
      commissionBps: 1_200,
      tiers: [{ minMonthsOverdue: 6, bps: 1_800 }],
    });
    expect(one!.debtorIdIndex).toHaveLength(32);
  });

  it('shows a case to its creditor and holder, each their part, and to nobody else', async () => {
    const [creditor, other] = [await anActor('creditor'), await anActor('creditor')];
    const [holder, stranger] = [await anActor('agency'), await anActor('law_firm')];
    const caseId = await listed(creditor);
    await expect(cases.get(holder, caseId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await grabbed(caseId, holder);
    expect(await cases.get(holder, caseId)).toMatchObject({ sight: 'holder_masked', externalRef: null });
    for (const nobody of [other, stranger]) {
      await expect(cases.get(nobody, caseId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await cases.page(nobody, { first: 10 }, {})).nodes).toEqual([]);
    }
    await expect(cases.debtorOf(holder, caseId)).rejects.toMatchObject({ code: 'DEBTOR_NOT_DISCLOSED' });
    const externalRef = (await cases.get(creditor, caseId)).externalRef;
    expect((await cases.page(holder, { first: 10 }, { externalRef })).nodes).toEqual([]);
    expect((await cases.page(creditor, { first: 10 }, { externalRef, state: ['grabbed'] })).nodes).toHaveLength(1);
    expect(await cases.count(holder, {})).toBe(1);
  });

  it('lists cases of several states as one list, newest first, page after page', async () => {
    const [creditor, holder] = [await anActor('creditor'), await anActor('agency')];
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      ids.unshift(await listed(creditor));
      if (n % 2 === 0) await grabbed(ids[0]!, holder);
    }
    const state = ['listed', 'grabbed', 'listed', 'rejected'] as const;
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await cases.page(creditor, { first: 4, after }, { state });
      found.push(...page.nodes.map(({ id }) => id));
      after = page.endCursor ?? undefined;
      if (!page.hasNextPage) break;
    }
    expect(found).toEqual(ids);
    expect(await cases.count(creditor, { state })).toBe(6);
    const [newest] = (await cases.page(creditor, { first: 1 }, { state: ['grabbed'] })).nodes;
    expect(newest!.id).toBe(ids[1]);
  });

  it('opens the debtor after the entrustment, records each read, and closes it when the case comes back', async () => {
    const [creditor, holder] = [await anActor('creditor'), await anActor('agency')];
    const caseId = await listed(creditor);
    await grabbed(caseId, holder);
    await db.transaction(async (tx) => {
      await claims.markInCollection(tx, caseId, holder);
      await disclosures.discloseFull(tx, [{ caseId, organisationId: holder.organisationId }]);
      await disclosures.discloseFull(tx, [{ caseId, organisationId: holder.organisationId }]);
    });
    expect(await cases.debtorOf(holder, caseId)).toMatchObject({ name: '深圳市大华电子有限公司' });
    const audits = await asOwner(database, `SELECT act FROM audit_records WHERE subject_id = $1`, [caseId]);
    expect(audits).toEqual([{ act: 'case.debtor.read' }]);
    const back = await db.transaction((tx) => claims.putBack(tx, [caseId], { reason: 'returned' }));
    expect(back).toEqual([caseId]);
    expect(await inHall(caseId)).toBe(true);
    await expect(cases.debtorOf(holder, caseId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const told = await cases.disclosuresOf(creditor, caseId);
    expect(told.map((one) => [one.stage, one.revokedAt !== null])).toEqual([
      ['holder_masked', true],
      ['holder_full', true],
    ]);
  });

  it('raises one alarm when an organisation reads more than fifty debtors in an hour', async () => {
    const creditor = await anActor('creditor');
    const caseId = await listed(creditor);
    await asOwner(database, `INSERT INTO debtor_read_counts VALUES ($1, date_trunc('hour', now()), 49)`, [
      creditor.organisationId,
    ]);
    for (let read = 0; read < 3; read += 1) await cases.debtorOf(creditor, caseId);
    const alarms = await asOwner(database, `SELECT facts FROM audit_records WHERE act = 'case.debtor.bulk-read'`);
    expect(alarms).toEqual([{ facts: { level: 'notice', reads: 51, window: 'hour' } }]);
  });

  const repaid = (deltaFen: bigint) => ({ repaymentId: randomUUID(), paidOn: '2026-03-02', deltaFen });

  it('keeps recovered money within what is outstanding, and closes by what came in', async () => {
    const [creditor, holder] = [await anActor('creditor'), await anActor('agency')];
    const caseId = await listed(creditor);
    await grabbed(caseId, holder);
    const recover = (fen: bigint) => db.transaction((tx) => claims.recordRecovery(tx, caseId, repaid(fen)));
    expect(await recover(300_000n)).toEqual({ recoveredFen: 300_000n, outstandingFen: 800_000n, state: 'grabbed' });
    await expect(recover(500_001n)).rejects.toMatchObject({ code: 'RECOVERY_EXCEEDS_OUTSTANDING' });
    await expect(recover(-300_001n)).rejects.toMatchObject({ code: 'RECOVERY_EXCEEDS_OUTSTANDING' });
    const close = (code: 'paid' | 'partially_paid') => db.transaction((tx) => claims.close(tx, caseId, code, holder));
    await expect(close('paid')).rejects.toMatchObject({ code: 'CLOSE_CODE_UNFOUNDED' });
    expect(await close('partially_paid')).toBe('partially_recovered');
    await expect(close('partially_paid')).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(cases.get(holder, caseId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await recover(500_000n)).toMatchObject({ state: 'recovered' });
    expect(await recover(-800_000n)).toMatchObject({ state: 'unrecovered', recoveredFen: 0n });
  });

  it('closes a listed case that is paid in full, and refuses money on one that was never offered', async () => {
    const creditor = await anActor('creditor');
    const caseId = await listed(creditor);
    await db.transaction((tx) => claims.recordRecovery(tx, caseId, repaid(100_000n)));
    expect((await db.one('SELECT amount_fen FROM hall_listings WHERE case_id = $1', [caseId]))!).toEqual({
      amount_fen: 700_000n,
    });
    const paid = await db.transaction((tx) => claims.recordRecovery(tx, caseId, repaid(700_000n)));
    expect(paid.state).toBe('recovered');
    expect(await inHall(caseId)).toBe(false);
    const [waiting] = await admit(creditor, aDraft({ evidence: [], contractNumber: null, invoicedOn: null }));
    const refused = db.transaction((tx) => claims.recordRecovery(tx, waiting!.caseId!, repaid(1n)));
    await expect(refused).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('waits with the creditor after too many returns, until relisted or withdrawn', async () => {
    const [creditor, other] = [await anActor('creditor'), await anActor('creditor')];
    const caseId = await listed(creditor);
    await grabbed(caseId, await anActor('agency'));
    await expect(acts.withdraw(creditor, caseId, null)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await db.transaction((tx) => claims.putBack(tx, [caseId], { reason: 'expired', toReturned: true }));
    expect(await inHall(caseId)).toBe(false);
    await expect(acts.relist(other, caseId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await acts.relist(creditor, caseId)).toMatchObject({ state: 'listed' });
    expect(await inHall(caseId)).toBe(true);
    expect(await acts.withdraw(creditor, caseId, 'settled')).toMatchObject({ state: 'withdrawn' });
    expect(await inHall(caseId)).toBe(false);
    await expect(acts.relist(creditor, caseId)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('lets one reviewer claim and decide a case', async () => {
    const creditor = await anActor('creditor');
    const [reviewer, colleague] = [await anActor('platform'), await anActor('platform')];
    const review = process.get(CaseReviews);
    const [waiting] = await admit(creditor, aDraft({ evidence: [], contractNumber: null, invoicedOn: null }));
    const caseId = waiting!.caseId!;
    await expect(review.admit(reviewer, caseId, 'ok')).rejects.toMatchObject({ code: 'REVIEW_NOT_CLAIMED' });
    expect((await review.queue(reviewer, { first: 100 })).nodes.map((one) => one.id)).toContain(caseId);
    expect(await review.claim(reviewer, caseId)).toMatchObject({ state: 'under_review', sight: 'platform' });
    await expect(review.claim(colleague, caseId)).rejects.toMatchObject({ code: 'REVIEW_CLAIMED' });
    await expect(review.reject(colleague, caseId, ['X'], null)).rejects.toMatchObject({ code: 'REVIEW_CLAIMED' });
    expect(await review.admit(reviewer, caseId, 'documents seen')).toMatchObject({ state: 'listed' });
    expect(await inHall(caseId)).toBe(true);
    const last = (await cases.history(creditor, caseId)).at(-1)!;
    expect(last).toMatchObject({ act: 'admit', facts: { automatic: false, reason: 'documents seen' } });
    await expect(review.reject(reviewer, caseId, ['X'], null)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('lists a case that waited only for documents as soon as they are there', async () => {
    const creditor = await anActor('creditor');
    const [waiting] = await admit(creditor, aDraft({ evidence: [], contractNumber: null, invoicedOn: null }));
    const caseId = waiting!.caseId!;
    const [evidence, added] = [process.get(CaseEvidence), process.get(EvidenceIntake)];
    const upload = () =>
      process.get(StoredFiles).store(creditor, {
        bytes: randomBytes(20),
        mediaType: 'application/pdf',
        filename: 'a.pdf',
        purpose: 'evidence',
      });
    const contract = await upload();
    expect(await added.add(creditor, caseId, 'contract', contract.id)).toMatchObject({ state: 'submitted' });
    const twice = added.add(creditor, caseId, 'contract', contract.id);
    await expect(twice).rejects.toMatchObject({ code: 'EVIDENCE_ALREADY_ADDED' });
    const stolen = added.add(await anActor('creditor'), caseId, 'invoice', contract.id);
    await expect(stolen).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const unknown = added.add(creditor, caseId, 'invoice', randomUUID());
    await expect(unknown).rejects.toMatchObject({ code: 'EVIDENCE_FILE_UNKNOWN' });
    const seen = await added.add(creditor, caseId, 'invoice', (await upload()).id);
    expect(seen).toMatchObject({ state: 'listed', evidenceKinds: ['contract', 'invoice'], reviewReasons: [] });
    expect(await inHall(caseId)).toBe(true);
    const [item] = await evidence.list(creditor, caseId);
    expect((await evidence.open(creditor, caseId, item!.id)).contents).toHaveLength(20);
    const holder = await anActor('agency');
    await grabbed(caseId, holder);
    await expect(evidence.open(holder, caseId, item!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const full = [{ caseId, organisationId: holder.organisationId }];
    await db.transaction((tx) => disclosures.discloseFull(tx, full));
    expect((await evidence.open(holder, caseId, item!.id)).contents).toHaveLength(20);
  });

  it.each(caseLaws)('keeps the law: $name', async ({ sql }) => {
    expect(await asOwner(database, sql)).toEqual([]);
  });
});
