import { countsAtEnd, EXONERATING, RECALL_REASON } from './given-back.policy.js';

describe('a hold that was given back', () => {
  it.each(['returned', 'expired', 'completed'] as const)('counts when it was %s, with work or without', (state) => {
    for (const worked of [true, false]) expect(countsAtEnd({ state, worked, cause: 'debtor_dispute' })).toBe(true);
  });

  it('counts when it was recalled after work had begun, unless the code exonerates its holder', () => {
    const recalled = (worked: boolean, cause: string) => countsAtEnd({ state: 'recalled', worked, cause });
    expect(recalled(false, 'own_decision')).toBe(false);
    for (const cause of ['recalled', 'own_decision', 'inactive_holder', 'complaint', 'other', 'verification_lost']) {
      expect([cause, recalled(true, cause)]).toEqual([cause, true]);
    }
    for (const cause of EXONERATING) expect([cause, recalled(true, cause)]).toEqual([cause, false]);
    expect(EXONERATING.every((cause) => RECALL_REASON.codes.includes(cause as never))).toBe(true);
  });
});
