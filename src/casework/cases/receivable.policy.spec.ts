import fc from 'fast-check';
import type { CaseDraft } from '../admission/case-draft.js';
import { CASE_STATES, HELD_STATES } from './case.lifecycle.js';
import { type BookedReceivable, type KnownReceivable, stepOf } from './receivable.policy.js';

const known = (changes: Partial<KnownReceivable> = {}): KnownReceivable => ({
  id: 'c',
  externalRef: 'r',
  state: 'listed',
  principalFen: 1_000n,
  penaltyFen: 0n,
  paidFen: 0n,
  outstandingFen: 1_000n,
  recoveredFen: 0n,
  dueOn: '2026-01-31',
  invoicedOn: null,
  lastInterruptedOn: null,
  everHeld: false,
  ...changes,
});
const open = (changes: Partial<CaseDraft> = {}, paidFen?: bigint): BookedReceivable => {
  const draft = {
    principalFen: 1_000n,
    penaltyFen: 0n,
    paidFen: 0n,
    dueOn: '2026-01-31',
    invoicedOn: null,
    lastInterruptedOn: null,
    ...changes,
  } as CaseDraft;
  const outstandingFen = changes.outstandingFen ?? draft.principalFen + draft.penaltyFen - draft.paidFen;
  return { status: 'open', draft: { ...draft, outstandingFen }, paidFen };
};
const held = (changes: Partial<KnownReceivable> = {}) => known({ state: 'in_collection', everHeld: true, ...changes });

describe('how a case follows the books', () => {
  it('has nothing to do when they agree, or lag behind what was recovered', () => {
    expect(stepOf(known(), open())).toEqual({ step: 'none' });
    expect(stepOf(held(), open())).toEqual({ step: 'none' });
    expect(stepOf(held({ recoveredFen: 300n }), open())).toEqual({ step: 'none' });
    expect(stepOf(held({ recoveredFen: 300n }), open({ paidFen: 300n }))).toEqual({ step: 'none' });
  });

  it('sees a credit note for what it is: by what was paid in all', () => {
    expect(stepOf(held(), open({}, 250n))).toMatchObject({ step: 'report', restFen: 750n });
  });

  it('keeps what was recovered out of what was paid before', () => {
    const step = stepOf(
      known({ state: 'returned', recoveredFen: 300n }),
      open({ principalFen: 1_200n, paidFen: 300n }),
    );
    expect(step).toMatchObject({ step: 'revise', facts: { outstandingFen: 1_200n, paidFen: 0n } });
  });

  it('never changes or withdraws what a provider holds, and never lets less money go unreported', () => {
    const amounts = fc.record({ principalFen: fc.bigInt(1n, 3_000n), paidFen: fc.bigInt(0n, 3_000n) });
    const state = fc.constantFrom(...HELD_STATES);
    fc.assert(
      fc.property(state, amounts, fc.bigInt(0n, 999n), (at, { principalFen, paidFen }, recoveredFen) => {
        fc.pre(paidFen < principalFen);
        const rest = principalFen - paidFen;
        const step = stepOf(held({ state: at, recoveredFen }), open({ principalFen, paidFen }));
        expect(['none', 'refuse', 'report']).toContain(step.step);
        if (rest < 1_000n - recoveredFen) expect(step).toMatchObject({ step: 'report', restFen: rest });
        if (rest > 1_000n) expect(step).toMatchObject({ fault: { code: 'AMOUNT_RAISED_WHILE_HELD' } });
        expect(stepOf(held({ state: at }), { status: 'withdrawn' })).toMatchObject({ fault: { code: 'CASE_IS_HELD' } });
        expect(stepOf(held({ state: at }), { status: 'settled' })).toMatchObject({ step: 'report', restFen: 0n });
      }),
    );
  });

  it('revises to amounts that agree and hold what was recovered, in every state', () => {
    const fen = fc.bigInt(1n, 5_000n);
    fc.assert(
      fc.property(
        fc.constantFrom(...CASE_STATES),
        fen,
        fen,
        fc.bigInt(0n, 1_000n),
        (state, principalFen, paid, recoveredFen) => {
          const paidFen = paid % principalFen;
          const step = stepOf(known({ state, recoveredFen }), open({ principalFen, paidFen }));
          if (step.step !== 'revise') return;
          const { facts } = step;
          expect(facts.principalFen + facts.penaltyFen - facts.paidFen).toBe(facts.outstandingFen);
          expect(facts.paidFen >= 0n && facts.outstandingFen >= recoveredFen).toBe(true);
        },
      ),
    );
  });
});
