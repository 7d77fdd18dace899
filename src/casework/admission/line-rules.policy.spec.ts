import { type DebtLine, MAX_CASE_CLOCK_EVENTS, MAX_CLOCK_EVENTS, MAX_LINES } from '../debt/index.js';
import { totalsOf } from '../debt/line-totals.policy.js';
import type { CaseDraft } from './case-draft.js';
import { lineAmounts, lineDays } from './line-rules.policy.js';

const TODAY = '2025-06-01';
const line = (given: Partial<DebtLine> = {}): DebtLine => ({
  ...{
    kind: 'invoice',
    documentNumber: 'F-1',
    periodFrom: null,
    periodTo: null,
    dueOn: '2024-12-31',
    invoicedOn: null,
  },
  ...{ principalFen: 100_000n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
  ...given,
});
const draft = (lines: readonly DebtLine[], given: Partial<CaseDraft> = {}): CaseDraft =>
  ({ category: 'commercial_receivable', evidence: [], ...totalsOf(lines), lines, ...given }) as unknown as CaseDraft;
const told = (found: Iterable<{ code: string; field: string }>) =>
  [...found].map(({ code, field }) => `${code} ${field}`);
const amounts = (lines: readonly DebtLine[], given: Partial<CaseDraft> = {}) => told(lineAmounts(draft(lines, given)));
const days = (lines: readonly DebtLine[], given: Partial<CaseDraft> = {}) => told(lineDays(draft(lines, given), TODAY));

describe('the amounts of lines', () => {
  it('are admitted when they agree', () => {
    expect(amounts([line(), line({ documentNumber: 'F-2', penaltyFen: 5n, paidFen: 100_005n })])).toEqual([]);
    expect(amounts([line(), line({ kind: 'credit_note', principalFen: -40_000n })])).toEqual([]);
  });

  it('have the sign of their kind, and no line is paid beyond its amount', () => {
    const second = (given: Partial<DebtLine>) => amounts([line(), line({ documentNumber: 'F-2', ...given })]);
    expect(second({ principalFen: -1n })).toEqual(['LINE_AMOUNT_SIGN lines[1].principalFen']);
    expect(second({ kind: 'credit_note' })).toEqual(['LINE_AMOUNT_SIGN lines[1].principalFen']);
    expect(second({ kind: 'credit_note', principalFen: -5n, paidFen: 1n })).toEqual([
      'LINE_AMOUNT_SIGN lines[1].paidFen',
    ]);
    expect(second({ paidFen: 100_001n })).toEqual(['LINE_OVERPAID lines[1].paidFen']);
    expect(second({ kind: 'credit_note', principalFen: -5n, paidFen: -6n })).toEqual([
      'LINE_OVERPAID lines[1].paidFen',
    ]);
  });

  it('owe something together', () => {
    const credit = line({ kind: 'credit_note', documentNumber: 'C-1', principalFen: -100_000n });
    expect(amounts([line(), credit])).toEqual(['LINES_OWE_NOTHING lines']);
    expect(amounts([line(), { ...credit, principalFen: -99_999n }])).toEqual([]);
  });

  it('are those that the draft states', () => {
    expect(amounts([line()], { outstandingFen: 99_999n })).toEqual(['AMOUNTS_DISAGREE outstandingFen']);
    expect(amounts([line()], { penaltyFen: 1n })).toEqual(['LINES_DISAGREE penaltyFen']);
  });

  it('are not those of one line twice', () => {
    expect(amounts([line(), line({ principalFen: 5n })])).toEqual(['LINE_REPEATED lines[1].documentNumber']);
    const fee = (from: string) => line({ kind: 'fee_period', documentNumber: null, periodFrom: from });
    expect(amounts([fee('2023-01-01'), fee('2024-01-01')])).toEqual([]);
    const part = (dueOn: string) => line({ kind: 'instalment', dueOn });
    expect(amounts([part('2024-10-31'), part('2024-11-30')])).toEqual([]);
  });

  it('are of at most so many lines', () => {
    const many = Array.from({ length: MAX_LINES + 1 }, (_, n) => line({ documentNumber: `F-${n}` }));
    expect(amounts(many)).toEqual(['TOO_MANY_LINES lines']);
    expect(amounts(many.slice(1))).toEqual([]);
  });
});

describe('the days of lines', () => {
  it('name the line that they are of', () => {
    expect(days([line(), line({ documentNumber: 'F-2', dueOn: '2025-06-01' })])).toEqual([
      'NOT_OVERDUE lines[1].dueOn',
    ]);
    expect(days([line({ clock: [{ kind: 'suit', on: '2025-02-01', until: '2025-01-31' }] })])).toEqual([
      'PERIOD_REVERSED lines[0].clock[0].until',
    ]);
    expect(days([line({ dueOn: '2024-02-30' })])).toEqual(['DATE_INVALID lines[0].dueOn']);
    expect(days([line({ periodFrom: '2024-12-31', periodTo: '2024-01-01' })])).toEqual([
      'PERIOD_REVERSED lines[0].periodTo',
    ]);
    expect(days([line({ clock: [{ kind: 'suit', on: '2025-06-02' }] })])).toEqual([
      'DATE_IN_FUTURE lines[0].clock[0].on',
    ]);
    const ended = { kind: 'suit', on: '2025-03-01', until: '2025-02-01' } as const;
    expect(days([line({ clock: [ended] })])).toEqual(['PERIOD_REVERSED lines[0].clock[0].until']);
    expect(days([line({ clock: [{ ...ended, until: ended.on }] })])).toEqual([]);
    const many = Array.from({ length: MAX_CLOCK_EVENTS + 1 }, () => ({ kind: 'suit', on: '2025-01-01' }) as const);
    expect(days([line({ clock: many })])).toEqual(['TOO_MANY_CLOCK_EVENTS lines[0].clock']);
    const most = Array.from({ length: MAX_CASE_CLOCK_EVENTS / MAX_CLOCK_EVENTS }, (_, n) =>
      line({ documentNumber: `F-${n}`, clock: many.slice(1) }),
    );
    expect(days(most)).not.toContain('TOO_MANY_CASE_CLOCK_EVENTS lines');
    expect(days([...most, line({ clock: many.slice(0, 1) })])).toEqual(['TOO_MANY_CASE_CLOCK_EVENTS lines']);
  });

  it('name no line of a debt that was sent as a whole', () => {
    const whole = { lines: [], ...totalsOf([line({ dueOn: '2025-07-01' })]) };
    expect(days([line()], whole)).toEqual(['NOT_OVERDUE dueOn']);
  });

  it('do not matter of a credit note, nor of what is paid', () => {
    const credit = line({ kind: 'credit_note', documentNumber: 'C-1', principalFen: -1n, dueOn: '2030-01-01' });
    const paid = line({ documentNumber: 'F-2', paidFen: 100_000n, dueOn: '2030-01-01' });
    expect(days([line(), credit, paid])).toEqual([]);
  });

  it('are those that the draft states', () => {
    expect(days([line()], { dueOn: '2024-11-30' })).toEqual(['LINES_DISAGREE dueOn']);
    expect(days([line()], { lastInterruptedOn: '2025-01-01' })).toEqual(['LINES_DISAGREE lastInterruptedOn']);
  });

  it('L5 bar each fee period by itself, and the long-stop refuses the line that it is about', () => {
    const fees = [2019, 2020, 2021, 2022].map((year) =>
      line({ kind: 'fee_period', documentNumber: null, periodFrom: `${year}-01-01`, dueOn: `${year}-12-31` }),
    );
    expect(days(fees)).toEqual([0, 1, 2].map((n) => `LIMITATION_EXPIRED lines[${n}].dueOn`));
    expect(days([line(), line({ documentNumber: 'F-0', dueOn: '2004-05-01' })])).toEqual([
      'LIMITATION_LONG_STOP lines[1].dueOn',
    ]);
  });

  it('lean on what needs proof; a payment that was confirmed here is proven', () => {
    const old = line({ dueOn: '2022-03-01' });
    const paid = (paidOn: string) => ({ payments: [{ paidOn, amountFen: 1n }] });
    const letter = line({ dueOn: '2022-03-01', lastInterruptedOn: '2025-01-10' });
    expect(days([letter])).toEqual(['LIMITATION_UNPROVEN lines[0].lastInterruptedOn']);
    expect(days([letter], { evidence: ['demand_letter'] })).toEqual([]);
    expect(days([old], paid('2025-01-10'))).toEqual([]);
    // Too late to interrupt: time-barred as before, and no new question.
    expect(days([old], paid('2025-05-10'))).toEqual(['LIMITATION_EXPIRED lines[0].dueOn']);
    const obstacle = line({ dueOn: '2022-03-01', clock: [{ kind: 'obstacle', on: '2025-01-10' }] });
    expect(days([obstacle])).toEqual(['LIMITATION_UNPROVEN lines[0].lastInterruptedOn']);
  });
});
