import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { type DebtLine, openOf } from '../debt/debt-line.js';
import { totalsOf } from '../debt/line-totals.policy.js';
import { type CaseLine, linesToWrite, type TargetLine } from './case-lines.js';
import { linesAs, sameLines, statedLines } from './line-revision.policy.js';

const debt = (documentNumber: string | null, given: Partial<DebtLine> = {}): DebtLine => ({
  ...{ kind: 'invoice', documentNumber, periodFrom: null, periodTo: null, dueOn: '2026-01-31', invoicedOn: null },
  ...{ principalFen: 100_000n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
  ...given,
});
const stored = (lineNumber: number, line: DebtLine): CaseLine => ({
  ...line,
  ...{ lineNumber, clock: [...line.clock], limitationExpiresOn: null, withdrawnAt: null },
});
const as = (known: readonly CaseLine[], given: readonly DebtLine[], paidFen = totalsOf(given).paidFen) =>
  linesAs(known, given, { ...totalsOf(given), paidFen });

describe('lines of a case that another message brings', () => {
  const known = [stored(1, debt('F-1')), stored(2, debt('F-2', { dueOn: '2026-02-28' }))];

  it('stay the same line by document, period and kind; others are new, and what is missing is withdrawn', () => {
    const wanted = as(known, [debt('F-2', { principalFen: 90_000n, dueOn: '2026-02-28' }), debt('F-3')])!;
    expect(wanted.map(({ lineNumber, principalFen }) => [lineNumber, principalFen])).toEqual([
      [2, 90_000n],
      [undefined, 100_000n],
    ]);
    const written = linesToWrite(known, wanted, ['2029-02-28', '2029-01-31']);
    expect(
      written.map(({ lineNumber, withdrawn, limitationExpiresOn }) => [lineNumber, withdrawn, limitationExpiresOn]),
    ).toEqual([
      [2, false, '2029-02-28'],
      [3, false, '2029-01-31'],
      [1, true, null],
    ]);
  });

  it('never take the number of a withdrawn line', () => {
    const withdrawn = { ...stored(7, debt('F-7')), withdrawnAt: new Date() };
    const [line] = linesToWrite([...known, withdrawn], [debt('F-7')], [null]);
    expect(line!.lineNumber).toBe(8);
  });

  it('keep what the message leaves out', () => {
    const clock = [{ kind: 'demand_delivered', on: '2026-03-01' } as const];
    const before = [stored(1, debt('F-1', { clock, invoicedOn: '2025-12-31', lastInterruptedOn: '2026-03-01' }))];
    expect(as(before, [debt('F-1')])).toMatchObject([
      { lineNumber: 1, clock, invoicedOn: '2025-12-31', lastInterruptedOn: '2026-03-01' },
    ]);
  });

  it('give the one line of a whole its name, and replace it by several', () => {
    const whole = [stored(1, debt(null, { principalFen: 200_000n }))];
    expect(as(whole, [debt('F-9', { principalFen: 200_000n })])).toMatchObject([
      { lineNumber: 1, documentNumber: 'F-9' },
    ]);
    expect(as(whole, [debt('F-1'), debt('F-2')])!.map(({ lineNumber }) => lineNumber)).toEqual([undefined, undefined]);
  });

  it('are the one line when only the whole is known, and of several nobody can tell which changed', () => {
    const totals = { ...totalsOf(known), principalFen: 150_000n };
    expect(linesAs([known[0]!], [], totals)).toMatchObject([
      { lineNumber: 1, documentNumber: 'F-1', principalFen: 150_000n },
    ]);
    expect(linesAs(known, [], totals)).toBeUndefined();
    expect(linesAs(known, [], totalsOf(known))).toEqual(known);
  });

  it('leave out of the paid amounts what was recovered since, where they rose, the earliest due first', () => {
    const before = [stored(1, debt('F-1', { paidFen: 10_000n })), known[1]!];
    const paid = [debt('F-1', { paidFen: 60_000n }), debt('F-2', { paidFen: 30_000n, dueOn: '2026-02-28' })];
    expect(as(before, paid, 20_000n)!.map(({ paidFen }) => paidFen)).toEqual([10_000n, 10_000n]);
    expect(as(before, paid, 45_000n)!.map(({ paidFen }) => paidFen)).toEqual([15_000n, 30_000n]);
    expect(as(before, paid, 100_000n)!.map(({ paidFen }) => paidFen)).toEqual([70_000n, 30_000n]);
  });

  it('always sum to what was paid before the case was posted, and no line is overpaid', () => {
    const line = fc.record({
      documentNumber: fc.constantFrom('A', 'B', 'C', 'D'),
      principalFen: fc.bigInt(1n, 1_000_000n),
      share: fc.integer({ min: 0, max: 100 }),
      days: fc.nat(500),
    });
    const lines = fc
      .uniqueArray(line, { minLength: 1, maxLength: 4, selector: (one) => one.documentNumber })
      .map((some) =>
        some.map(({ documentNumber, principalFen, share, days }) =>
          debt(documentNumber, {
            ...{ principalFen, paidFen: (principalFen * BigInt(share)) / 100n, dueOn: addDays('2026-01-01', -days) },
          }),
        ),
      );
    fc.assert(
      fc.property(lines, lines, fc.integer({ min: 0, max: 100 }), (had, given, share) => {
        const open = had.map((one, n) => stored(n + 1, one));
        const whole = totalsOf(given);
        const paidFen = (whole.principalFen * BigInt(share)) / 100n;
        const wanted = as(open, given, paidFen)!;
        expect(totalsOf(wanted)).toMatchObject({ principalFen: whole.principalFen, paidFen });
        expect(wanted.every((one) => one.paidFen >= 0n && openOf(one) >= 0n)).toBe(true);
        const numbers = wanted.flatMap(({ lineNumber }) => lineNumber ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });
});

describe('the same lines', () => {
  it('are told by number and facts', () => {
    const known = [stored(1, debt('F-1')), stored(2, debt('F-2'))];
    const wanted: TargetLine[] = [...known].reverse();
    expect(sameLines(known, wanted)).toBe(true);
    expect(sameLines(known, known.slice(1))).toBe(false);
    expect(sameLines(known, [known[0]!, { ...known[1]!, dueOn: '2026-03-31' }])).toBe(false);
    expect(sameLines(known, [known[0]!, debt('F-2')])).toBe(false);
  });

  it('are none of a draft that is one line without a name', () => {
    expect(statedLines([debt(null)])).toEqual([]);
    expect(statedLines([debt('F-1')])).toHaveLength(1);
    expect(statedLines([debt(null), debt('F-1')])).toHaveLength(2);
  });
});
