import type { KnownReceivable } from '../../casework/cases/index.js';
import type { DebtLine } from '../../casework/debt/index.js';
import { creditedBy, withCreditsOf } from './credit-notes.policy.js';
import { type Pending, stepOf } from './receivable.policy.js';

const line = (
  lineNumber: number,
  dueOn: string,
  principal: number,
  paid = 0,
  change: Partial<Pick<DebtLine, 'kind' | 'documentNumber'>> = {},
) => ({
  ...{ lineNumber, kind: 'instalment' as DebtLine['kind'], documentNumber: 'A-1', periodFrom: null, periodTo: null },
  ...{ dueOn, invoicedOn: '2025-01-01', principalFen: BigInt(principal), penaltyFen: 0n, paidFen: BigInt(paid) },
  ...{ lastInterruptedOn: null, clock: [], limitationExpiresOn: null, withdrawnAt: null, ...change },
});
const LINES = [line(1, '2025-02-01', 600), line(2, '2025-03-01', 400)];
const NOTE: DebtLine = {
  ...{ kind: 'credit_note', documentNumber: 'R-1', periodFrom: null, periodTo: null, dueOn: '2025-04-01' },
  ...{ invoicedOn: '2025-04-01', principalFen: -150n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
};
const known = (change: Partial<KnownReceivable & Pending> = {}): KnownReceivable & Pending => ({
  ...{ id: 'c', externalRef: 'A-1', state: 'listed', everHeld: false, booksPaidFen: null, booksSource: null },
  ...{ principalFen: 1_000n, penaltyFen: 0n, paidFen: 0n, outstandingFen: 1_000n, recoveredFen: 0n, pendingFen: 0n },
  ...{ dueOn: '2025-02-01', invoicedOn: '2025-01-01', lastInterruptedOn: null, lines: LINES, proposal: null },
  ...{ debtorIdIndex: null, debtorMaskedName: '', claimTerms: null },
  ...change,
});
const credited = {
  principalFen: 850n,
  outstandingFen: 850n,
  lines: [...LINES, { ...line(3, '', 0), ...NOTE, clock: [] }],
};

describe('a credit note that comes alone', () => {
  it('becomes a negative line of the case, once', () => {
    const step = stepOf(known(), creditedBy(known(), NOTE));
    expect(step).toMatchObject({ step: 'revise', facts: { principalFen: 850n, paidFen: 0n, outstandingFen: 850n } });
    const { facts } = step as { facts: { lines: readonly (DebtLine & { lineNumber?: number })[] } };
    expect(facts.lines.map((one) => [one.lineNumber, one.kind, one.principalFen])).toEqual([
      ...[[1, 'instalment', 600n] as const, [2, 'instalment', 400n] as const],
      [undefined, 'credit_note', -150n],
    ]);
    expect(stepOf(known(credited), creditedBy(known(credited), NOTE))).toEqual({ step: 'none' });
    // A corrected one takes the place of the one before.
    const less = { ...NOTE, principalFen: -100n };
    expect(stepOf(known(credited), creditedBy(known(credited), less))).toMatchObject({
      facts: { outstandingFen: 900n },
    });
  });

  it('leaves what was recovered since the case was posted where it is', () => {
    const returned = known({ state: 'returned', everHeld: true, recoveredFen: 500n, pendingFen: 50n });
    expect(stepOf(returned, creditedBy(returned, NOTE))).toMatchObject({
      step: 'revise',
      facts: { principalFen: 850n, paidFen: 0n, outstandingFen: 850n, dueOn: '2025-02-01' },
    });
  });

  it('is proposed to the creditor while a provider holds the case, and is no payment', () => {
    const held = known({ state: 'in_collection', everHeld: true, recoveredFen: 100n });
    expect(stepOf(held, creditedBy(held, NOTE))).toMatchObject({ step: 'propose', facts: { outstandingFen: 850n } });
    const all = { ...NOTE, principalFen: -900n };
    expect(stepOf(held, creditedBy(held, all))).toMatchObject({ step: 'refuse', fault: { code: 'CASE_IS_HELD' } });
  });

  it('of all that is left ends the case: settled when anything was paid, else withdrawn', () => {
    const all = { ...NOTE, principalFen: -1_000n };
    expect(creditedBy(known(), all)).toEqual({ status: 'withdrawn' });
    expect(creditedBy(known(), { ...NOTE, principalFen: -2_000n })).toEqual({ status: 'withdrawn' });
    const paid = known({ paidFen: 200n, outstandingFen: 800n, lines: [line(1, '2025-02-01', 600, 200), LINES[1]!] });
    expect(creditedBy(paid, { ...NOTE, principalFen: -800n })).toEqual({ status: 'settled' });
    expect(creditedBy(paid, { ...NOTE, principalFen: -799n })).toMatchObject({ status: 'open' });
  });

  it('lowers a case that was posted as a whole, whose one line stays the first', () => {
    const plain = line(1, '2025-02-01', 1_000, 0, { kind: 'invoice', documentNumber: null });
    const whole = known({ lines: [plain] });
    const step = stepOf(whole, creditedBy(whole, NOTE)) as { facts: { lines: readonly { lineNumber?: number }[] } };
    expect(step).toMatchObject({ step: 'revise', facts: { principalFen: 850n, outstandingFen: 850n } });
    expect(step.facts.lines.map(({ lineNumber }) => lineNumber)).toEqual([1, undefined]);
  });
});

describe('a document that does not tell of its credit notes', () => {
  const draft = (paid: number) => {
    const lines = [line(0, '2025-02-01', 600, paid), line(0, '2025-03-01', 400)].map(
      ({ lineNumber: _, ...one }) => one,
    );
    return {
      ...{ principalFen: 1_000n, penaltyFen: 0n, paidFen: BigInt(paid), outstandingFen: 1_000n - BigInt(paid) },
      ...{ dueOn: '2025-02-01', invoicedOn: '2025-01-01', lastInterruptedOn: null, lines },
    };
  };
  const figures = (paid: number) => ({ totalFen: 1_000n, paidFen: BigInt(paid), read: 'open' as const });
  const step = (one: KnownReceivable & Pending, paid: number) =>
    stepOf(one, withCreditsOf(one, draft(paid), figures(paid)));

  it('keeps those that the case has', () => {
    expect(step(known(credited), 0)).toEqual({ step: 'none' });
    expect(step(known(credited), 300)).toMatchObject({
      step: 'revise',
      facts: { paidFen: 300n, outstandingFen: 550n },
    });
    expect(step(known(), 0)).toEqual({ step: 'none' });
  });

  it('reports what was paid of a held case, and ends one of which nothing is left', () => {
    const held = known({ ...credited, state: 'in_collection', everHeld: true });
    expect(step(held, 300)).toMatchObject({ step: 'report', amountFen: 300n, paidNowFen: 300n });
    expect(step(known(credited), 850)).toEqual({ step: 'withdraw', reason: 'settled' });
    const spent = withCreditsOf(known(credited), draft(1_000), figures(1_000));
    expect(spent).toEqual({ status: 'settled', figures: { totalFen: 850n, paidFen: 850n, read: 'open' } });
  });
});
