import type { KnownReceivable } from '../../casework/cases/index.js';
import type { ClaimTerms, DebtLine } from '../../casework/debt/index.js';
import type { CaseLine } from '../../casework/lines/index.js';
import { type BookedReceivable, type Pending, stepOf } from './receivable.policy.js';

type Known = KnownReceivable & Pending;
const part = (dueOn: string, principal: number, paid = 0, change: Partial<DebtLine> = {}): DebtLine => ({
  ...{ kind: 'instalment', documentNumber: 'A-1', periodFrom: null, periodTo: null, dueOn, invoicedOn: '2025-01-01' },
  ...{ principalFen: BigInt(principal), penaltyFen: 0n, paidFen: BigInt(paid), lastInterruptedOn: null, clock: [] },
  ...change,
});
const stored = (lines: readonly DebtLine[]): CaseLine[] =>
  lines.map((line, n) => ({
    ...line,
    ...{ lineNumber: n + 1, clock: [...line.clock], limitationExpiresOn: null, withdrawnAt: null },
  }));
const sum = (lines: readonly DebtLine[], of: 'principalFen' | 'paidFen') =>
  lines.reduce((total, line) => total + line[of], 0n);
const known = (lines: readonly DebtLine[], change: Partial<Known> = {}): Known => ({
  ...{ id: 'c', externalRef: 'A-1', state: 'listed', everHeld: false, booksPaidFen: null, booksSource: null },
  ...{ principalFen: sum(lines, 'principalFen'), penaltyFen: 0n, paidFen: sum(lines, 'paidFen') },
  outstandingFen: sum(lines, 'principalFen') - sum(lines, 'paidFen'),
  ...{ recoveredFen: 0n, pendingFen: 0n, proposal: null, dueOn: lines[0]!.dueOn, invoicedOn: '2025-01-01' },
  ...{ lastInterruptedOn: null, debtorIdIndex: null, debtorMaskedName: '', claimTerms: null, lines: stored(lines) },
  ...change,
});
/** The document as its ERP shows it: its first day is that of the first line of which something is open. */
const books = (lines: readonly DebtLine[]): BookedReceivable => {
  const [principalFen, paidFen] = [sum(lines, 'principalFen'), sum(lines, 'paidFen')];
  const { dueOn } = lines.find((line) => line.principalFen > line.paidFen)!;
  const days = { dueOn, invoicedOn: '2025-01-01', lastInterruptedOn: null };
  const draft = { principalFen, penaltyFen: 0n, paidFen, outstandingFen: principalFen - paidFen, ...days, lines };
  return { status: 'open', draft, figures: { totalFen: principalFen, paidFen, read: 'open' } };
};
const [FIRST, SECOND] = ['2025-02-01', '2025-03-01'] as const;
const TWO = [part(FIRST, 300), part(SECOND, 300)];
const FIRST_PAID = [part(FIRST, 300, 300), part(SECOND, 300)];

describe('how a case of several lines follows the books', () => {
  it('of a held case, an instalment that was paid changes no day and no line once it is reported', () => {
    const held = known(TWO, { state: 'in_collection', everHeld: true });
    expect(stepOf(held, books(FIRST_PAID))).toMatchObject({ step: 'report', amountFen: 300n });
    const reported = { ...held, pendingFen: 300n, booksPaidFen: 300n };
    expect(stepOf(reported, books(FIRST_PAID))).toEqual({ step: 'none' });
    expect(stepOf({ ...reported, pendingFen: 0n, recoveredFen: 300n }, books(FIRST_PAID))).toEqual({ step: 'none' });
    // Another day is another agreement.
    const moved = [part('2025-01-15', 300, 300), part(SECOND, 300)];
    expect(stepOf(reported, books(moved))).toMatchObject({ step: 'refuse', fault: { code: 'CASE_IS_HELD' } });
  });

  it('of a case that came back, what was recovered stays on it: its first day is that of its first line', () => {
    const returned = known(TWO, { state: 'returned', everHeld: true, recoveredFen: 300n, booksPaidFen: 300n });
    expect(stepOf(returned, books(FIRST_PAID))).toEqual({ step: 'none' });
    const more = [...FIRST_PAID, part('2025-04-01', 300)];
    expect(stepOf(returned, books(more))).toMatchObject({
      step: 'revise',
      facts: { dueOn: FIRST, principalFen: 900n, paidFen: 0n, outstandingFen: 900n },
    });
  });

  it('a line more or less is no misread amount; a line that is ten times what it was is one', () => {
    const joins = [part(FIRST, 300), part(SECOND, 2_700)];
    expect(stepOf(known([part(FIRST, 300)]), books(joins))).toMatchObject({
      step: 'revise',
      facts: { principalFen: 3_000n },
    });
    const credit = part(FIRST, -540, 0, { kind: 'credit_note', documentNumber: 'R-1' });
    expect(stepOf(known(TWO), books([...TWO, credit]))).toMatchObject({ step: 'revise', facts: { principalFen: 60n } });
    const misread = [part(FIRST, 3_000), part(SECOND, 300)];
    expect(stepOf(known(TWO), books(misread))).toMatchObject({ step: 'refuse', fault: { code: 'AMOUNT_MISREAD' } });
  });

  it('a case that was posted as a whole becomes the first line of its document, and what interrupted it all of them', () => {
    const whole = part(FIRST, 600, 0, { kind: 'invoice', documentNumber: null, lastInterruptedOn: '2025-06-01' });
    const step = stepOf(known([whole], { lastInterruptedOn: '2025-06-01' }), books(TWO));
    expect(step).toMatchObject({ step: 'revise', facts: { lastInterruptedOn: '2025-06-01' } });
    const { lines } = (step as { facts: { lines: readonly (DebtLine & { lineNumber?: number })[] } }).facts;
    expect(lines.map((line) => [line.lineNumber, line.kind, line.lastInterruptedOn])).toEqual([
      [1, 'instalment', '2025-06-01'],
      [undefined, 'instalment', '2025-06-01'],
    ]);
  });

  it('an ended case says up to which day it was about, once more of its document falls due', () => {
    const later = [part(FIRST, 300, 300), part(SECOND, 300, 300), part('2025-09-01', 300)];
    const closed = { step: 'refuse', fault: { code: 'CASE_CLOSED', params: { through: SECOND } } };
    for (const state of ['withdrawn', 'recovered'] as const) {
      expect(stepOf(known(TWO, { state, recoveredFen: 600n, booksPaidFen: 600n }), books(later))).toMatchObject(closed);
    }
    expect(stepOf(known(TWO, { state: 'recovered', recoveredFen: 600n }), books(FIRST_PAID))).toEqual({ step: 'none' });
    expect(stepOf(known(TWO, { state: 'unrecovered' }), books(TWO))).toMatchObject(closed);
  });
});

describe('what was agreed about interest and terms', () => {
  const NOTHING: ClaimTerms = {
    ...{ contractOn: null, filedOn: null, ordinaryRateBps: null, overdueRateBps: null, penaltyRateBps: null },
    ...{ feesFen: null, deductedInAdvanceFen: null, lender: null, creditorScale: null, debtorScale: null },
    ...{ paymentTermDays: null, payWhenPaid: null },
  };
  const before = { ...NOTHING, penaltyRateBps: 1_200, feesFen: 500n };
  const stating = (claimTerms: ClaimTerms | null) => {
    const one = books(TWO) as BookedReceivable & { draft: object };
    return { ...one, draft: { ...one.draft, claimTerms } } as BookedReceivable;
  };

  it('follows the books on a case that nobody holds; what they leave out stays', () => {
    const stated = stating({ ...NOTHING, penaltyRateBps: 600, payWhenPaid: false });
    expect(stepOf(known(TWO, { claimTerms: before }), stated)).toMatchObject({
      step: 'revise',
      facts: { claimTerms: { ...before, penaltyRateBps: 600, payWhenPaid: false } },
    });
    expect(stepOf(known(TWO), stating(before))).toMatchObject({ step: 'revise', facts: { claimTerms: before } });
  });

  it('changes nothing when they state the same or nothing', () => {
    for (const same of [null, { ...NOTHING, feesFen: 500n }, before]) {
      expect(stepOf(known(TWO, { claimTerms: before }), stating(same))).toEqual({ step: 'none' });
    }
  });

  it('stays as agreed while a provider holds the case, and the creditor hears so', () => {
    const held = known(TWO, { state: 'in_collection', everHeld: true, claimTerms: before });
    expect(stepOf(held, stating({ ...NOTHING, penaltyRateBps: 600 }))).toMatchObject({
      step: 'refuse',
      fault: { code: 'CASE_IS_HELD', field: 'claimTerms' },
    });
    expect(stepOf(held, stating(before))).toEqual({ step: 'none' });
  });
});
