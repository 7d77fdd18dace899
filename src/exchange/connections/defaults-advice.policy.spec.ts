import { EVIDENCE_DEFAULTS } from '../../casework/admission/index.js';
import { adviceOn } from './defaults-advice.policy.js';

const RULES = { evidence: EVIDENCE_DEFAULTS, minimumEvidenceBps: 4_000 };

it('says that the usual defaults list nothing at once, and what would', () => {
  const [advice] = adviceOn({}, RULES);
  expect(advice).toMatchObject({ code: 'NOTHING_LISTED_AT_ONCE' });
  expect(advice!.en).toContain('25 % complete and 40 % is required');
  expect(advice!.en).toContain('; invoice, contract would be enough');
  expect(advice!.zh).toContain('invoice, contract 即可满足');
});

it('says nothing where the defaults are enough', () => {
  expect(adviceOn({ evidence: ['contract', 'invoice'] }, RULES)).toEqual([]);
  expect(adviceOn({ evidence: ['judgment'] }, RULES)).toEqual([]);
  expect(adviceOn({}, { ...RULES, minimumEvidenceBps: 2_500 })).toEqual([]);
});

it.each(['private_loan', 'credit_card', 'online_loan', 'property_management_fee'])(
  'suggests for %s what satisfies the rule',
  (category) => {
    const { en } = adviceOn({ category, evidence: [] }, RULES)[0]!;
    const enough = / document; (.*) would be enough/.exec(en)![1]!.split(', ');
    expect(adviceOn({ category, evidence: enough }, RULES)).toEqual([]);
  },
);
