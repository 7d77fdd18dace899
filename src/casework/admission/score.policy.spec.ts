import fc from 'fast-check';
import { addMonths } from '../../kernel/calendar.js';
import { DEBT_CATEGORIES, EVIDENCE_KINDS } from './case-draft.js';
import { CASE_GRADES, evidenceCompleteness, SCORE_DEFAULTS, scoreOf } from './score.policy.js';

const today = '2026-06-15';
const bare = {
  category: 'commercial_receivable' as const,
  contractNumber: null,
  invoicedOn: null,
  evidence: [],
  ...{ principalFen: 100_000n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, lines: [] },
  dueOn: '2026-03-15',
};
const full = { ...bare, evidence: [...EVIDENCE_KINDS].filter((kind) => kind !== 'judgment') };
const aged = (months: number) => addMonths(today, -months);
const anyCase = fc.record({
  ...{ principalFen: fc.bigInt(1n, 10n ** 12n), penaltyFen: fc.constant(0n), paidFen: fc.constant(0n) },
  ...{ lastInterruptedOn: fc.constant(null), lines: fc.constant([]) },
  category: fc.constantFrom(...DEBT_CATEGORIES),
  contractNumber: fc.option(fc.constant('HT-1')),
  invoicedOn: fc.option(fc.constant('2020-01-01')),
  evidence: fc.subarray([...EVIDENCE_KINDS]),
  dueOn: fc.nat(90).map(aged),
});

describe('evidence completeness', () => {
  it('weighs what is there against what the category expects', () => {
    expect(evidenceCompleteness(bare)).toBe(0);
    expect(evidenceCompleteness(full)).toBe(10_000);
    expect(evidenceCompleteness({ ...bare, evidence: ['contract', 'contract', 'id_copy'] })).toBe(3_000);
  });

  it('counts a contract number and an invoice day as declared documents', () => {
    expect(evidenceCompleteness({ ...bare, contractNumber: 'HT-1' })).toBe(2_400);
    expect(evidenceCompleteness({ ...bare, contractNumber: ' ' })).toBe(0);
    expect(evidenceCompleteness({ ...bare, contractNumber: 'HT-1', invoicedOn: '2026-01-01' })).toBe(4_400);
    expect(evidenceCompleteness({ ...bare, contractNumber: 'HT-1', evidence: ['contract'] })).toBe(3_000);
  });

  it('takes a judgment for the whole', () => {
    expect(evidenceCompleteness({ ...bare, evidence: ['judgment'] })).toBe(10_000);
  });

  it('weighs every category to a hundred', () => {
    for (const category of DEBT_CATEGORIES) {
      const weights = Object.values(SCORE_DEFAULTS.evidence.expected[category]);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    }
  });
});

describe('score', () => {
  it('is age times evidence', () => {
    expect(scoreOf(full, today)).toMatchObject({
      score: 69,
      grade: 'B',
      suggestedCommissionBps: 1_200,
    });
    expect(scoreOf(bare, today)).toMatchObject({ score: 34, grade: 'C', evidenceBps: 0 });
    expect(scoreOf({ ...full, dueOn: aged(1) }, today).grade).toBe('A');
    expect(scoreOf({ ...full, dueOn: aged(40) }, today)).toMatchObject({ grade: 'E', suggestedCommissionBps: 4_000 });
  });

  it('stays within bounds', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { score, grade, evidenceBps } = scoreOf(facts, today);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(CASE_GRADES).toContain(grade);
        expect(evidenceBps).toBeLessThanOrEqual(10_000);
      }),
    );
  });

  it('never rises with age nor falls with one more piece of evidence, and asks no less for a worse case', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(60), fc.constantFrom(...EVIDENCE_KINDS), (facts, months, kind) => {
        const now = scoreOf(facts, today);
        const older = scoreOf({ ...facts, dueOn: addMonths(facts.dueOn, -months) }, today);
        const richer = scoreOf({ ...facts, evidence: [...facts.evidence, kind] }, today);
        expect(older.score).toBeLessThanOrEqual(now.score);
        expect(older.suggestedCommissionBps).toBeGreaterThanOrEqual(now.suggestedCommissionBps);
        expect(richer.score).toBeGreaterThanOrEqual(now.score);
      }),
    );
  });
});
