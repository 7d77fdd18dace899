import type { DebtLine } from '../../casework/debt/debt-line.js';
import type { CaseLine } from '../../casework/lines/case-lines.js';
import { linesAfter, misreadIn, numberOf, raisesPaid } from './line-change.policy.js';

const line = (given: Partial<DebtLine> = {}): DebtLine => ({
  ...{
    kind: 'invoice',
    documentNumber: 'F-1',
    periodFrom: null,
    periodTo: null,
    dueOn: '2026-01-31',
    invoicedOn: null,
  },
  ...{ principalFen: 125_000n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
  ...given,
});
const stored = (lineNumber: number, given: Partial<DebtLine> = {}): CaseLine => ({
  ...line(given),
  ...{ lineNumber, limitationExpiresOn: null, withdrawnAt: null, clock: [...(given.clock ?? [])] },
});

describe('a change of the lines of a case', () => {
  const open = [stored(1), stored(3, { documentNumber: 'F-3', principalFen: 50_000n })];

  it('adds, corrects or withdraws one line and leaves the others', () => {
    expect(linesAfter(open, { act: 'add', line: line({ documentNumber: 'F-4' }) })).toEqual([
      ...open,
      line({ documentNumber: 'F-4' }),
    ]);
    expect(linesAfter(open, { act: 'withdraw', lineNumber: 1 })).toEqual([open[1]]);
    const corrected = linesAfter(open, { act: 'correct', lineNumber: 3, line: line({ principalFen: 60_000n }) })!;
    expect(corrected).toMatchObject([
      { lineNumber: 1 },
      { lineNumber: 3, documentNumber: 'F-1', principalFen: 60_000n },
    ]);
  });

  it('knows no line that is not open', () => {
    expect(linesAfter(open, { act: 'withdraw', lineNumber: 2 })).toBeUndefined();
    expect(linesAfter(open, { act: 'correct', lineNumber: 4, line: line() })).toBeUndefined();
  });

  it('revises all lines as the books show them, unless one of them was withdrawn since', () => {
    const fewer = [stored(1, { principalFen: 100_000n }), line({ documentNumber: 'F-9' })];
    expect(linesAfter(open, { act: 'revise', lines: fewer })).toEqual(fewer);
    expect(linesAfter(open, { act: 'revise', lines: [stored(2)] })).toBeUndefined();
    expect(numberOf({ act: 'revise', lines: fewer }, [{ lineNumber: 1 }])).toBeNull();
  });

  it('keeps the evidence about the clock of a line unless other evidence comes', () => {
    const clock = [{ kind: 'demand_delivered', on: '2026-03-01' } as const];
    const other = [{ kind: 'suit', on: '2026-04-01' } as const];
    const with_ = [stored(1, { clock })];
    expect(linesAfter(with_, { act: 'correct', lineNumber: 1, line: line() })![0]!.clock).toEqual(clock);
    expect(linesAfter(with_, { act: 'correct', lineNumber: 1, line: line({ clock: other }) })![0]!.clock).toEqual(
      other,
    );
  });

  it.each([
    [1_250_000n, 10],
    [12_500_000n, 100],
    [125_000_000n, 1_000],
    [12_500n, 10],
    [1_250n, 100],
    [125n, 1_000],
  ])('takes %s fen for 125000 misread by a factor of %s', (principalFen, factor) => {
    const found = misreadIn(open, { act: 'correct', lineNumber: 1, line: line({ principalFen }) });
    expect(found).toMatchObject({ field: 'principalFen', factor });
  });

  it('takes no other amount for misread, and no line that is new', () => {
    for (const principalFen of [124_999n, 130_000n, 250_000n, 1_270_000n]) {
      expect(misreadIn(open, { act: 'correct', lineNumber: 1, line: line({ principalFen }) })).toBeUndefined();
    }
    expect(misreadIn(open, { act: 'add', line: line({ principalFen: 1_250_000n }) })).toBeUndefined();
    const credit = [stored(1, { kind: 'credit_note', principalFen: -125_000n })];
    const wish = { kind: 'credit_note', principalFen: -1_250_000n } as const;
    expect(misreadIn(credit, { act: 'correct', lineNumber: 1, line: line(wish) })).toMatchObject({ factor: 10 });
  });

  it('sees that more was paid', () => {
    expect(raisesPaid(open, [open[0]!, stored(3, { paidFen: 1n })])).toBe(true);
    expect(raisesPaid(open, [open[0]!])).toBe(false);
    expect(raisesPaid(open, [...open, line({ kind: 'credit_note', principalFen: -5n, paidFen: -5n })])).toBe(false);
  });
});
