import fc from 'fast-check';
import { CLOSE_CODE } from '../cases/case.lifecycle.js';
import { ACTIVITY_KIND } from '../collection/activity.words.js';
import { type ClosingAnswer, costsLikeReturn, isTheHolders, missingWork } from './closing.policy.js';
import { closingFigures } from './closing-figures.js';

const figures = closingFigures.schema.parse({});

describe('the work behind a close code', () => {
  it('has a rule for every code that a holder may propose, and asks for some work', () => {
    const proposable = CLOSE_CODE.codes.filter((code) => isTheHolders(code) && code !== 'paid');
    expect(Object.keys(figures.work).sort()).toEqual([...proposable].sort());
    for (const rule of Object.values(figures.work)) expect(rule.least).toBeGreaterThan(0);
    expect(['withdrawn', 'never_started'].some(isTheHolders)).toBe(false);
  });

  it('counts only the kinds of the rule', () => {
    const rule = { least: 2, kinds: ['call', 'visit'] };
    expect(missingWork(rule, new Map([['letter', 9]]))).toEqual({ ...rule, logged: 0 });
    expect(missingWork(rule, new Map([['call', 1]]))).toEqual({ ...rule, logged: 1 });
    const both = new Map([
      ['call', 1],
      ['visit', 1],
    ]);
    expect(missingWork(rule, both)).toBeUndefined();
  });

  it('never misses more after more work', () => {
    const kinds = fc.constantFrom(...ACTIVITY_KIND.codes);
    const rules = fc.record({ least: fc.nat(20), kinds: fc.uniqueArray(kinds, { minLength: 1 }) });
    fc.assert(
      fc.property(rules, fc.array(fc.tuple(kinds, fc.nat(10))), kinds, (rule, logged, more) => {
        const counts = new Map<string, number>(logged);
        const richer = new Map(counts).set(more, (counts.get(more) ?? 0) + 1);
        if (!missingWork(rule, counts)) expect(missingWork(rule, richer)).toBeUndefined();
      }),
    );
  });

  it('can be changed for one code and keeps the others', () => {
    const { work, silenceDays } = closingFigures.schema.parse({ work: { insolvent: { least: 7, kinds: ['visit'] } } });
    expect(work.insolvent).toEqual({ least: 7, kinds: ['visit'] });
    expect([work.untraceable, silenceDays]).toEqual([figures.work.untraceable, 7]);
  });
});

describe('the price of a close', () => {
  const answers: ClosingAnswer[] = ['consent', 'silence', 'keep', 'relist'];

  it('is that of a return when nothing came in and the creditor did not consent', () => {
    expect(answers.map((answer) => costsLikeReturn(answer, 100n, 100n))).toEqual([false, true, true, true]);
    expect(answers.map((answer) => costsLikeReturn(answer, 100n, 99n))).toEqual([false, false, false, false]);
  });
});
