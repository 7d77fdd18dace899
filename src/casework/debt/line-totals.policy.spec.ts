import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { CCAA_CURVE, readCurve } from '../../kernel/recovery-curve.js';
import { type DebtLine, lineKey, openOf } from './debt-line.js';
import { limitationOf } from './limitation.policy.js';
import { clocksOf, expectedByAge, firstClock, totalsOf } from './line-totals.policy.js';

const TODAY = '2025-06-01';
const line = (given: Partial<DebtLine> = {}): DebtLine => ({
  kind: 'invoice',
  documentNumber: null,
  periodFrom: null,
  periodTo: null,
  dueOn: '2024-12-31',
  invoicedOn: null,
  principalFen: 100_000n,
  penaltyFen: 0n,
  paidFen: 0n,
  lastInterruptedOn: null,
  clock: [],
  ...given,
});
const fee = (year: number) => line({ kind: 'fee_period', dueOn: `${year}-12-31`, periodFrom: `${year}-01-01` });
const credit = (fen: bigint, given: Partial<DebtLine> = {}) =>
  line({ kind: 'credit_note', principalFen: -fen, ...given });

describe('the figures of a case from its lines', () => {
  it('are those of the one line of a case that has one', () => {
    const only = line({
      penaltyFen: 5_000n,
      paidFen: 30_000n,
      invoicedOn: '2024-12-01',
      lastInterruptedOn: '2025-02-01',
    });
    expect(totalsOf([only])).toEqual({
      ...{ principalFen: 100_000n, penaltyFen: 5_000n, paidFen: 30_000n, outstandingFen: 75_000n },
      ...{ dueOn: '2024-12-31', invoicedOn: '2024-12-01', lastInterruptedOn: '2025-02-01' },
    });
    expect(firstClock([only], TODAY)).toEqual(limitationOf(only, TODAY));
  });

  it('are lowered by a credit note, and by what was paid', () => {
    expect(totalsOf([line(), line({ paidFen: 40_000n }), credit(25_000n)])).toMatchObject({
      ...{ principalFen: 175_000n, penaltyFen: 0n, paidFen: 40_000n, outstandingFen: 135_000n },
    });
  });

  it('are due with the earliest line that is still owed', () => {
    const paid = line({ dueOn: '2023-01-31', paidFen: 100_000n });
    expect(totalsOf([line(), paid, credit(1n, { dueOn: '2022-01-31' })]).dueOn).toBe('2024-12-31');
  });

  it('have no due day that no line has', () => {
    expect(totalsOf([line({ paidFen: 100_000n }), line({ dueOn: '2023-01-31', paidFen: 100_000n })]).dueOn).toBe(
      '2023-01-31',
    );
  });
});

describe('the clocks of the lines', () => {
  const fees = [2019, 2020, 2021, 2022].map(fee);

  it('L5 property fee: every period is its own debt', () => {
    expect(clocksOf(fees, TODAY).map((clock) => [clock!.state, clock!.periodEndsOn])).toEqual([
      ['expired', '2022-12-31'],
      ['expired', '2023-12-31'],
      ['expired', '2024-12-31'],
      ['running', '2025-12-31'],
    ]);
    expect(firstClock(fees, TODAY).expiresOn).toBe('2025-12-31');
  });

  it('warn first with the earliest that still runs; when none runs, with the last that ended', () => {
    expect(firstClock(fees, '2022-06-01').periodEndsOn).toBe('2022-12-31');
    expect(firstClock(fees, '2026-06-01').expiresOn).toBe('2025-12-31');
  });

  it('L4 instalments of one debt: the clock of the last one is that of all', () => {
    const months = Array.from({ length: 12 }, (_, n) =>
      line({ kind: 'instalment', documentNumber: 'HT-1', dueOn: addDays('2023-01-31', n * 30) }),
    );
    const parts = [...months, line({ kind: 'instalment', documentNumber: 'HT-1', dueOn: '2023-12-31' })];
    expect(new Set(clocksOf(parts, TODAY).map((clock) => clock!.expiresOn))).toEqual(new Set(['2026-12-31']));
    const other = line({ kind: 'instalment', documentNumber: 'HT-2', dueOn: '2022-12-31' });
    expect(clocksOf([...parts, other], TODAY).at(-1)!.expiresOn).toBe('2025-12-31');
  });

  it('are none of a credit note, and none of what is paid', () => {
    const paid = line({ dueOn: '2023-01-31', paidFen: 100_000n });
    expect(clocksOf([credit(1n)], TODAY)).toEqual([null]);
    expect(firstClock([paid, line(), credit(1n, { dueOn: '2022-12-31' })], TODAY).expiresOn).toBe('2027-12-31');
  });

  it('are followed once for all instalments of a debt, so that the events of each are not followed for every other', () => {
    const months = Array.from({ length: 50 }, (_, n) => addDays('2015-01-01', n * 30));
    const clock = months.flatMap((on) => [
      { kind: 'obstacle', on, until: addDays(on, 400) } as const,
      { kind: 'acknowledgement', on } as const,
    ]);
    const plan = months.map((dueOn, n) =>
      line({ kind: 'instalment', documentNumber: 'P-1', dueOn, clock: clock.slice(n, n + 20) }),
    );
    const clocks = clocksOf(plan, TODAY);
    expect(new Set(clocks).size).toBe(1);
    const shuffled = clocksOf([...plan].reverse(), TODAY);
    expect(shuffled[0]).toEqual(clocks[0]);
  });

  it('do not change when an event is told twice', () => {
    const clock = [
      { kind: 'suit', on: '2020-03-01' } as const,
      { kind: 'suit_withdrawn', on: '2020-06-01' } as const,
      { kind: 'obstacle', on: '2022-12-01', until: '2023-02-01' } as const,
    ];
    const one = line({ dueOn: '2019-06-01', clock });
    expect(clocksOf([{ ...one, clock: [...clock, ...clock] }], TODAY)).toEqual(clocksOf([one], TODAY));
  });
});

describe('the expectation by age', () => {
  it('weighs each line by what is owed on it', () => {
    const old = line({ dueOn: '2023-06-01', principalFen: 300_000n });
    const young = line({ dueOn: '2025-05-01', principalFen: 100_000n });
    const [byOld, byYoung] = [readCurve(CCAA_CURVE, 24), readCurve(CCAA_CURVE, 1)];
    expect(expectedByAge([old, young], CCAA_CURVE, TODAY)).toBe(Math.floor((3 * byOld + byYoung) / 4));
  });
});

describe('laws of lines', () => {
  const day = fc.integer({ min: -2_500, max: 0 }).map((days) => addDays(TODAY, days));
  const debt = fc
    .record({
      principalFen: fc.bigInt(1n, 10n ** 12n),
      penaltyFen: fc.bigInt(0n, 10n ** 9n),
      part: fc.integer({ min: 0, max: 100 }),
      dueOn: day,
    })
    .map(({ part, ...given }) =>
      line({ ...given, paidFen: ((given.principalFen + given.penaltyFen) * BigInt(part)) / 100n }),
    );
  const note = fc.record({ fen: fc.bigInt(1n, 10n ** 9n), dueOn: day }).map(({ fen, dueOn }) => credit(fen, { dueOn }));
  const lines = fc
    .tuple(fc.array(debt, { minLength: 1, maxLength: 8 }), fc.array(note, { maxLength: 3 }))
    .map((both) => both.flat());

  it('sum to what the case owes, in any order', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const totals = totalsOf(some);
        expect(totals.principalFen + totals.penaltyFen - totals.paidFen).toBe(totals.outstandingFen);
        expect(totals.outstandingFen).toBe(some.reduce((sum, one) => sum + openOf(one), 0n));
        expect(totalsOf([...some].reverse())).toEqual(totals);
      }),
    );
  });

  it('never owe more for one more credit note, and are never due later for one more debt', () => {
    fc.assert(
      fc.property(lines, note, debt, (some, less, more) => {
        expect(totalsOf([...some, less]).outstandingFen < totalsOf(some).outstandingFen).toBe(true);
        expect(totalsOf([...some, less]).dueOn).toBe(totalsOf(some).dueOn);
        const owed = [...some, more].some((one) => openOf(one) > 0n) && some.some((one) => openOf(one) > 0n);
        if (owed) expect(totalsOf([...some, more]).dueOn <= totalsOf(some).dueOn).toBe(true);
      }),
    );
  });

  it('have a first clock that is one of theirs, and nothing running ends before it', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const first = firstClock(some, TODAY);
        const owed = some.filter((one) => openOf(one) > 0n);
        if (owed.length === 0) return;
        const ends = clocksOf(owed, TODAY).map((clock) => clock!.expiresOn);
        expect(ends).toContain(first.expiresOn);
        const running = ends.filter((end) => end >= TODAY);
        if (running.length > 0)
          expect(running.every((end) => end >= first.expiresOn && first.expiresOn >= TODAY)).toBe(true);
        else expect(ends.every((end) => end <= first.expiresOn)).toBe(true);
      }),
    );
  });

  it('expect a share between those of the youngest and the oldest line', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const shares = some.map((one) => expectedByAge([one], CCAA_CURVE, TODAY));
        const all = expectedByAge(some, CCAA_CURVE, TODAY);
        expect(all >= Math.min(...shares) && all <= Math.max(...shares)).toBe(true);
      }),
    );
  });

  it('tell lines apart by document, period and kind', () => {
    expect(lineKey(line({ principalFen: 5n }))).toBe(lineKey(line()));
    expect(new Set([line(), line({ documentNumber: 'A' }), fee(2020), fee(2021), credit(1n)].map(lineKey)).size).toBe(
      5,
    );
  });
});
