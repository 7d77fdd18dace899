import { INTERVENTION_REASON } from '../../kernel/index.js';
import { countsAtEnd, EXONERATING_CODES, RECALL_REASON, SPARING_CODES } from './given-back.policy.js';
import { STANDING_DEFAULTS } from './standing-parameters.policy.js';

const { exoneratingRecalls, sparingFreezes } = STANDING_DEFAULTS;

describe('a hold that was given back', () => {
  it.each(['returned', 'expired', 'completed'] as const)('counts when it was %s, with work or without', (state) => {
    for (const worked of [true, false])
      expect(countsAtEnd({ state, worked, cause: 'debtor_dispute' }, exoneratingRecalls)).toBe(true);
  });

  it('counts when it was recalled after work had begun, unless the code exonerates its holder', () => {
    const recalled = (worked: boolean, cause: string, codes = exoneratingRecalls) =>
      countsAtEnd({ state: 'recalled', worked, cause }, codes);
    expect(recalled(false, 'own_decision')).toBe(false);
    for (const cause of ['recalled', 'own_decision', 'inactive_holder', 'complaint', 'other', 'verification_lost']) {
      expect([cause, recalled(true, cause)]).toEqual([cause, true]);
    }
    for (const cause of exoneratingRecalls) expect([cause, recalled(true, cause)]).toEqual([cause, false]);
    // Which codes do is a figure of the policy.
    expect([recalled(true, 'insolvency', ['other']), recalled(true, 'other', ['other'])]).toEqual([true, false]);
  });

  it('is never exonerated or spared for what its holder caused', () => {
    for (const code of [...exoneratingRecalls, ...sparingFreezes]) expect(EXONERATING_CODES).toContain(code);
    for (const code of ['inactive_holder', 'complaint', 'resolved']) {
      expect([...EXONERATING_CODES, ...SPARING_CODES]).not.toContain(code);
    }
    const known = new Set<string>([...RECALL_REASON.codes, ...INTERVENTION_REASON.codes]);
    expect(EXONERATING_CODES.filter((code) => !known.has(code))).toEqual([]);
  });
});
