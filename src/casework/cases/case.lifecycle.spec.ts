import fc from 'fast-check';
import { minFen } from '../../kernel/money.js';
import {
  CASE_STATES,
  type CaseState,
  CLOSE_CODES,
  CLOSED_STATES,
  caseLifecycle,
  closedState,
  HELD_STATES,
  stateByMoney,
} from './case.lifecycle.js';

/** Open states that a closed case can go back to. */
const AFTER_CLOSING: Partial<Record<CaseState, CaseState[]>> = {
  recovered: ['returned'],
  partially_recovered: ['listed'],
  unrecovered: ['listed'],
};

describe('the life of a case', () => {
  it('knows exactly the stated states', () => {
    expect([...caseLifecycle.states].sort()).toEqual([...CASE_STATES].sort());
  });

  it('is taken only from the hall, and reaches the hall again from every state in which it is held', () => {
    expect(caseLifecycle.sourcesOf('grabbed').sort()).toEqual(['listed', 'on_hold']);
    for (const state of HELD_STATES) expect(caseLifecycle.canMove(state, 'listed')).toBe(true);
  });

  it('never leaves withdrawn or rejected, and once closed is open again only when it was not paid after all or is offered again', () => {
    expect(caseLifecycle.isFinal('withdrawn') && caseLifecycle.isFinal('rejected')).toBe(true);
    for (const state of CLOSED_STATES) {
      const next = caseLifecycle.targetsOf(state).filter((one) => !CLOSED_STATES.includes(one));
      expect(next).toEqual(AFTER_CLOSING[state] ?? []);
    }
  });

  it('is not admitted by anybody but after submission', () => {
    expect(caseLifecycle.canMove('rejected', 'listed')).toBe(false);
    expect(caseLifecycle.sourcesOf('rejected').sort()).toEqual(['submitted', 'under_review']);
  });
});

describe('closing', () => {
  const amounts = fc
    .tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n))
    .map(([a, b]) => [minFen(a, b), b] as const);

  it('never calls a case recovered without the money, nor takes a code that claims it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOSE_CODES), amounts, (code, [recovered, outstanding]) => {
        const state = closedState(code, recovered, outstanding);
        if (state === 'recovered') expect(recovered).toBe(outstanding);
        if (state === 'partially_recovered') expect(recovered > 0n && recovered < outstanding).toBe(true);
        if (code === 'paid') expect(state).toBe(recovered === outstanding ? 'recovered' : undefined);
        if (code === 'partially_paid' && recovered === 0n) expect(state).toBeUndefined();
        if (code === 'withdrawn') expect(state).toBe('withdrawn');
        else if (state) expect(state).toBe(stateByMoney(recovered, outstanding));
      }),
    );
  });
});
