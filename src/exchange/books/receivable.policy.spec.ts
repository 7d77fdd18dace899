import fc from 'fast-check';
import type { CaseDraft } from '../../casework/admission/case-draft.js';
import { CASE_STATES, CLOSED_STATES, FREE_STATES, HELD_STATES } from '../../casework/cases/case.lifecycle.js';
import type { BookFigures, KnownReceivable } from '../../casework/cases/receivable.js';
import { totalsOf } from '../../casework/debt/line-totals.policy.js';
import type { CaseLine } from '../../casework/lines/case-lines.js';
import { type BookedReceivable, type Pending, seenPaid, stepOf } from './receivable.policy.js';

type Known = KnownReceivable & Pending;

const known = (changes: Partial<Known> = {}): Known => {
  const one = whole(changes);
  return { ...one, lines: changes.lines ?? [lineOf(one)] };
};
const lineOf = (one: Omit<Known, 'lines'>, more: Partial<CaseLine> = {}): CaseLine => {
  const { principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn } = one;
  const unnamed = { documentNumber: null, periodFrom: null, periodTo: null, clock: [] };
  const written = { lineNumber: 1, kind: 'invoice' as const, limitationExpiresOn: null, withdrawnAt: null };
  return { ...written, ...unnamed, principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn, ...more };
};
const whole = (changes: Partial<Known>): Omit<Known, 'lines'> => ({
  id: 'c',
  externalRef: 'r',
  state: 'listed',
  principalFen: 100_000n,
  penaltyFen: 0n,
  paidFen: 0n,
  outstandingFen: 100_000n,
  recoveredFen: 0n,
  pendingFen: 0n,
  proposal: null,
  dueOn: '2026-01-31',
  invoicedOn: null,
  lastInterruptedOn: null,
  everHeld: false,
  booksPaidFen: null,
  booksSource: null,
  debtorIdIndex: null,
  debtorMaskedName: '*',
  claimTerms: null,
  ...changes,
});
const held = (changes: Partial<Known> = {}) => known({ state: 'in_collection', everHeld: true, ...changes });
/** A row of the books: of what was paid it says nothing of its own unless told how it says so. */
const open = (changes: Partial<CaseDraft> = {}, read: BookFigures['read'] | 'only open' = 'only open') => {
  const given = { principalFen: 100_000n, penaltyFen: 0n, paidFen: 0n, dueOn: '2026-01-31', ...changes };
  const draft = { invoicedOn: null, lastInterruptedOn: null, lines: [], ...given } as unknown as CaseDraft;
  const totalFen = draft.principalFen + draft.penaltyFen;
  const figures: BookFigures =
    read === 'only open' ? { totalFen, read: 'open' } : { totalFen, paidFen: draft.paidFen, read };
  const outstandingFen = changes.outstandingFen ?? totalFen - draft.paidFen;
  return { status: 'open', draft: { ...draft, outstandingFen }, figures } satisfies BookedReceivable;
};
const settled = (figures?: BookFigures): BookedReceivable => ({ status: 'settled', figures });
const paid = (paidFen: bigint, more: Partial<CaseDraft> = {}) => open({ paidFen, ...more }, 'both');

describe('how a case follows the books', () => {
  it('has nothing to do when they agree, or lag behind what was recovered', () => {
    expect(stepOf(known(), open())).toEqual({ step: 'none' });
    for (const recoveredFen of [0n, 30_000n]) {
      expect(stepOf(held({ recoveredFen }), open())).toEqual({ step: 'none' });
      expect(stepOf(held({ recoveredFen }), paid(0n))).toEqual({ step: 'none' });
    }
    expect(stepOf(held({ recoveredFen: 30_000n }), paid(20_000n))).toEqual({ step: 'none' });
    expect(stepOf(held({ recoveredFen: 20_000n, pendingFen: 10_000n }), paid(30_000n))).toEqual({ step: 'none' });
  });

  it('takes a rise of the paid figure for a repayment, counted from what is on record', () => {
    const rise = { step: 'report', amountFen: 25_000n, paidBeforeFen: 0n, paidNowFen: 25_000n };
    expect(stepOf(held(), paid(25_000n))).toEqual(rise);
    expect(stepOf(held(), open({ paidFen: 25_000n }, 'open'))).toEqual(rise);
    expect(stepOf(held({ recoveredFen: 10_000n, pendingFen: 5_000n }), paid(25_000n))).toEqual({
      ...rise,
      amountFen: 10_000n,
      paidBeforeFen: 15_000n,
    });
    expect(stepOf(held(), settled({ totalFen: 100_000n, paidFen: 100_000n, read: 'open' }))).toMatchObject({
      step: 'report',
      amountFen: 100_000n,
    });
  });

  it('never takes a lower open amount alone for a repayment: it is proposed', () => {
    expect(stepOf(held(), open({ outstandingFen: 70_000n, paidFen: 30_000n }))).toMatchObject({
      step: 'propose',
      facts: { outstandingFen: 70_000n, principalFen: 100_000n, paidFen: 30_000n },
    });
    expect(stepOf(held(), open({ principalFen: 70_000n }))).toMatchObject({ step: 'propose' });
    expect(stepOf(held(), settled())).toMatchObject({ fault: { code: 'CASE_IS_HELD' } });
  });

  it('tells a payment and a credit note of one day apart', () => {
    const both = paid(30_000n, { principalFen: 90_000n });
    expect(stepOf(held(), both)).toMatchObject({ step: 'report', amountFen: 30_000n });
    const reported = held({ pendingFen: 30_000n, booksPaidFen: 30_000n });
    expect(stepOf(reported, both)).toMatchObject({ step: 'propose', facts: { outstandingFen: 90_000n, paidFen: 0n } });
  });

  it('does not report again what its creditor rejected, and proposes the lower amount instead', () => {
    const rejected = held({ booksPaidFen: 30_000n });
    expect(stepOf(rejected, paid(30_000n))).toMatchObject({ step: 'propose', facts: { outstandingFen: 70_000n } });
    expect(stepOf(rejected, paid(45_000n))).toMatchObject({ step: 'report', amountFen: 15_000n });
  });

  it('sees that a payment was taken back, and that it comes again', () => {
    expect(stepOf(held({ booksPaidFen: 30_000n, pendingFen: 30_000n }), paid(0n))).toEqual({
      step: 'fell',
      paidFen: 0n,
    });
    const after = held({ booksPaidFen: 0n, pendingFen: 30_000n });
    expect(stepOf(after, paid(0n))).toEqual({ step: 'none' });
    expect(stepOf(after, paid(30_000n))).toEqual({ step: 'none' });
  });

  it('does not propose again what was declined, nor an end of the work', () => {
    const declined = held({ proposal: { state: 'declined', outstandingFen: 70_000n } });
    expect(stepOf(declined, open({ principalFen: 70_000n }))).toMatchObject({ fault: { code: 'REVISION_DECLINED' } });
    expect(stepOf(declined, open({ principalFen: 60_000n }))).toMatchObject({ step: 'propose' });
    const covered = held({ recoveredFen: 30_000n, pendingFen: 30_000n });
    expect(stepOf(covered, paid(60_000n, { principalFen: 60_001n }))).toMatchObject({ step: 'propose' });
    expect(stepOf(covered, settled({ totalFen: 60_000n, paidFen: 60_000n, read: 'open' }))).toMatchObject({
      fault: { code: 'CASE_IS_HELD' },
    });
  });

  it('refuses an amount that was misread, unless what is paid and what is open confirm each other', () => {
    const misread = { step: 'refuse', fault: { code: 'AMOUNT_MISREAD' } };
    for (const factor of [10n, 100n, 1_000n]) {
      for (const one of [known(), held()]) {
        expect(stepOf(one, open({ principalFen: 100_000n / factor }))).toMatchObject(misread);
        expect(stepOf(one, open({ principalFen: 100_000n * factor }))).toMatchObject(misread);
        expect(
          stepOf(one, open({ outstandingFen: 100_000n / factor, paidFen: 100_000n - 100_000n / factor })),
        ).toMatchObject(misread);
      }
    }
    expect(stepOf(held(), paid(90_000n))).toMatchObject({ step: 'report', amountFen: 90_000n });
    expect(stepOf(held({ recoveredFen: 90_000n }), open({ paidFen: 90_000n }, 'open'))).toEqual({ step: 'none' });
    expect(stepOf(held({ booksPaidFen: 1_000n }), open({ paidFen: 10_000n }, 'paid'))).toMatchObject(misread);
    expect(stepOf(held(), settled({ totalFen: 1_000n, paidFen: 1_000n, read: 'open' }))).toMatchObject(misread);
  });

  it('says that a closed debt no longer follows the books', () => {
    for (const state of CLOSED_STATES) {
      const step = stepOf(known({ state, everHeld: true }), paid(0n));
      if (state === 'recovered') expect(step).toEqual({ step: 'none' });
      else expect(step).toMatchObject({ fault: { code: 'CASE_CLOSED', params: { state } } });
      expect(stepOf(known({ state, everHeld: true }), paid(20_000n))).toMatchObject({ step: 'report' });
    }
    expect(stepOf(known({ state: 'rejected' }), open())).toMatchObject({ fault: { code: 'CASE_CLOSED' } });
  });

  it('keeps what was recovered or reported out of what was paid before', () => {
    const returned = known({ state: 'returned', everHeld: true, recoveredFen: 20_000n, pendingFen: 10_000n });
    expect(stepOf(returned, paid(30_000n, { principalFen: 120_000n }))).toMatchObject({
      step: 'revise',
      facts: { outstandingFen: 120_000n, paidFen: 0n },
    });
  });

  const fen = fc.bigInt(1n, 300_000n);
  const read = fc.constantFrom('only open', 'paid', 'open', 'both') as fc.Arbitrary<BookFigures['read'] | 'only open'>;

  it('makes a repayment only of a paid figure that rose above everything on record, and never of more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASE_STATES),
        fc.record({ principalFen: fen, paidFen: fen, recoveredFen: fen, pendingFen: fen, seen: fc.option(fen), read }),
        (state, { principalFen, paidFen, recoveredFen, pendingFen, seen, read: how }) => {
          fc.pre(paidFen <= principalFen && recoveredFen + pendingFen <= 100_000n);
          const one = known({ state, everHeld: true, recoveredFen, pendingFen, booksPaidFen: seen });
          const step = stepOf(one, open({ principalFen, paidFen }, how));
          if (step.step !== 'report') return;
          expect(how).not.toBe('only open');
          expect(step.paidNowFen).toBe(paidFen);
          expect(step.paidBeforeFen).toBeGreaterThanOrEqual(recoveredFen + pendingFen);
          expect(step.paidBeforeFen).toBeGreaterThanOrEqual(seen ?? 0n);
          expect(step.amountFen > 0n && step.amountFen <= step.paidNowFen - step.paidBeforeFen).toBe(true);
          expect(step.amountFen).toBeLessThanOrEqual(100_000n - recoveredFen - pendingFen);
        },
      ),
    );
  });

  it('never changes or withdraws what a provider holds without asking, and only asks for less', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HELD_STATES), fen, fen, read, (state, principalFen, paidFen, how) => {
        fc.pre(paidFen < principalFen);
        const step = stepOf(held({ state }), open({ principalFen, paidFen }, how));
        expect(['none', 'refuse', 'report', 'propose']).toContain(step.step);
        if (step.step === 'propose') expect(step.facts.outstandingFen).toBeLessThan(100_000n);
        expect(stepOf(held({ state }), { status: 'withdrawn' })).toMatchObject({ fault: { code: 'CASE_IS_HELD' } });
      }),
    );
  });

  it('revises to amounts that agree and hold what was recovered, in every free state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FREE_STATES),
        fen,
        fen,
        fc.bigInt(0n, 100_000n),
        read,
        (state, all, some, got, how) => {
          const step = stepOf(
            known({ state, recoveredFen: got }),
            open({ principalFen: all, paidFen: some % all }, how),
          );
          if (step.step !== 'revise') return;
          const { facts } = step;
          expect(facts.principalFen + facts.penaltyFen - facts.paidFen).toBe(facts.outstandingFen);
          expect(facts.paidFen >= 0n && facts.outstandingFen >= got).toBe(true);
        },
      ),
    );
  });

  describe('by its lines', () => {
    const part = (documentNumber: string, principalFen: bigint, paidFen = 0n) =>
      lineOf(whole({ principalFen, paidFen }), { documentNumber });
    const parts = [
      { ...part('F-1', 60_000n), lineNumber: 1 },
      { ...part('F-2', 40_000n), lineNumber: 2 },
    ];
    const brings = (lines: readonly CaseLine[], how: BookFigures['read'] | 'only open' = 'both') =>
      open({ ...totalsOf(lines), lines }, how);

    it('has nothing to do when they are the same, and revises or proposes the ones that differ', () => {
      expect(stepOf(known({ lines: parts }), brings(parts))).toEqual({ step: 'none' });
      const less = [parts[0]!];
      expect(stepOf(known({ lines: parts }), brings(less))).toMatchObject({
        step: 'revise',
        facts: { outstandingFen: 60_000n, lines: [{ lineNumber: 1 }] },
      });
      expect(stepOf(held({ lines: parts }), brings(less))).toMatchObject({
        step: 'propose',
        facts: { outstandingFen: 60_000n, lines: [{ lineNumber: 1 }] },
      });
    });

    it('reports what was paid on a line, and leaves it out of what was paid before', () => {
      const paidNow = [part('F-1', 60_000n, 25_000n), part('F-2', 40_000n)];
      expect(stepOf(held({ lines: parts }), brings(paidNow))).toMatchObject({ step: 'report', amountFen: 25_000n });
      const one = held({ lines: parts, recoveredFen: 25_000n, booksPaidFen: 25_000n });
      expect(stepOf(one, brings(paidNow))).toEqual({ step: 'none' });
    });

    it('does not guess which line changed, nor change the lines of a held case in silence', () => {
      expect(stepOf(known({ lines: parts }), open({ principalFen: 90_000n }))).toMatchObject({
        fault: { code: 'LINES_NEEDED', params: { lines: 2 } },
      });
      const moved = [part('F-1', 40_000n), part('F-2', 60_000n)];
      expect(stepOf(held({ lines: parts }), brings(moved))).toMatchObject({
        fault: { code: 'CASE_IS_HELD', field: 'lines' },
      });
      expect(stepOf(held(), brings(parts))).toEqual({ step: 'none' });
      const disagreeing = { ...totalsOf(parts), outstandingFen: 90_000n, principalFen: 90_000n, lines: parts };
      expect(stepOf(known({ lines: parts }), open(disagreeing))).toMatchObject({ fault: { code: 'AMOUNTS_DISAGREE' } });
    });

    it('always comes to lines that make the amounts', () => {
      const amount = fc.bigInt(1n, 200_000n);
      const brought = fc.uniqueArray(
        fc.tuple(fc.constantFrom('F-1', 'F-2', 'F-3'), amount, fc.integer({ min: 0, max: 99 })),
        {
          ...{ minLength: 1, selector: ([number]) => number },
        },
      );
      fc.assert(
        fc.property(
          fc.constantFrom(...FREE_STATES, ...HELD_STATES),
          brought,
          fc.bigInt(0n, 50_000n),
          (state, some, got) => {
            const lines = some.map(([number, fen, share]) => part(number, fen, (fen * BigInt(share)) / 100n));
            const one = known({ state, everHeld: got > 0n, recoveredFen: got, lines: parts });
            const step = stepOf(one, brings(lines));
            if (step.step !== 'revise' && step.step !== 'propose') return;
            const { principalFen, penaltyFen, paidFen, outstandingFen } = step.facts;
            expect(totalsOf(step.facts.lines)).toMatchObject({ principalFen, penaltyFen, paidFen, outstandingFen });
          },
        ),
      );
    });
  });

  it('remembers the paid figure once', () => {
    expect(seenPaid(known(), paid(30_000n))).toBe(30_000n);
    expect(seenPaid(known({ booksPaidFen: 30_000n }), paid(30_000n))).toBeUndefined();
    expect(seenPaid(known(), open({ paidFen: 30_000n }))).toBeUndefined();
  });
});
