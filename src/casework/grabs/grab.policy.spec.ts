import fc from 'fast-check';
import { contingencyForbidden, MATTER } from '../debt/index.js';
import { type Contender, type Contest, decide, type ProviderFacts, pairKey } from './grab.policy.js';

const able: ProviderFacts = {
  approved: true,
  lawFirm: false,
  suspended: false,
  held: 0,
  casesHeld: 3,
  largestCaseFen: null,
  partyKeys: [],
};

function contest(
  facts: Record<string, Partial<ProviderFacts>>,
  caseIds: string[],
  overrides: Partial<Contest> = {},
): Contest {
  return {
    cases: new Map(
      caseIds.map((id) => [
        id,
        { id, amountFen: 1_000_000n, lawFirmOnly: false, matter: null, creditorVerified: true, partyKeys: [] },
      ]),
    ),
    providers: new Map(Object.entries(facts).map(([id, own]) => [id, { ...able, ...own }])),
    givenBack: new Set<string>(),
    ...overrides,
  };
}

const at = (caseId: string, providerId: string): Contender => ({ caseId, providerId });

describe('the contest', () => {
  it('gives the case to the first contender and tells the others it is taken', () => {
    const decisions = decide([at('c', 'a'), at('c', 'b')], contest({ a: {}, b: {} }, ['c']));
    expect(decisions).toEqual([{ won: true }, { won: false, because: 'taken' }]);
  });

  it('passes the case on when a rule stops the first contender', () => {
    const decisions = decide([at('c', 'a'), at('c', 'b')], contest({ a: { held: 3 }, b: {} }, ['c']));
    expect(decisions).toEqual([{ won: false, because: 'quota' }, { won: true }]);
  });

  it('counts wins of the same batch against the quota at once', () => {
    const decisions = decide([at('c', 'a'), at('d', 'a')], contest({ a: { held: 2 } }, ['c', 'd']));
    expect(decisions).toEqual([{ won: true }, { won: false, because: 'quota' }]);
  });

  it('refuses a case whose creditor is not verified', () => {
    const { cases, ...rest } = contest({ a: {} }, ['c']);
    const unverified = new Map([...cases].map(([id, one]) => [id, { ...one, creditorVerified: false }]));
    const because = 'creditor_not_verified';
    expect(decide([at('c', 'a')], { cases: unverified, ...rest })).toEqual([{ won: false, because }]);
  });

  it.each<[string, Partial<ProviderFacts>, string]>([
    ['an organisation that is not verified', { approved: false }, 'not_verified'],
    ['a suspended provider', { suspended: true }, 'suspended'],
    ['a single case that reaches the limit', { largestCaseFen: 1_000_000n }, 'too_large'],
  ])('refuses %s', (_, facts, because) => {
    expect(decide([at('c', 'a')], contest({ a: facts }, ['c']))).toEqual([{ won: false, because }]);
  });

  it('lets a provider take a case just below its limit', () => {
    expect(decide([at('c', 'a')], contest({ a: { largestCaseFen: 1_000_001n } }, ['c']))).toEqual([{ won: true }]);
  });

  it('refuses related parties, a case given back before, and work only a law firm may do', () => {
    const cases = new Map([
      [
        'c',
        { id: 'c', amountFen: 1n, lawFirmOnly: false, matter: null, creditorVerified: true, partyKeys: ['x', 'y'] },
      ],
    ]);
    expect(decide([at('c', 'a')], contest({ a: { partyKeys: ['y'] } }, [], { cases }))[0]).toEqual({
      won: false,
      because: 'related_party',
    });
    expect(decide([at('c', 'a')], contest({ a: {} }, ['c'], { givenBack: new Set([pairKey('c', 'a')]) }))[0]).toEqual({
      won: false,
      because: 'returned_before',
    });
    const letters = new Map([
      ['c', { id: 'c', amountFen: 1n, lawFirmOnly: true, matter: null, creditorVerified: true, partyKeys: [] }],
    ]);
    expect(
      decide([at('c', 'a'), at('c', 'b')], contest({ a: {}, b: { lawFirm: true } }, [], { cases: letters })),
    ).toEqual([{ won: false, because: 'law_firm_only' }, { won: true }]);
  });

  it.each(MATTER.codes)(
    'about %s: an agency may take it, a law firm unless item 4 forbids its contingency fee',
    (matter) => {
      const { cases, ...rest } = contest({ firm: { lawFirm: true }, agency: {} }, ['c']);
      const about = new Map([...cases].map(([id, one]) => [id, { ...one, matter }]));
      const decisions = decide([at('c', 'firm'), at('c', 'agency')], { cases: about, ...rest });
      const forbidden = [{ won: false, because: 'contingency_forbidden' }, { won: true }];
      const free = [{ won: true }, { won: false, because: 'taken' }];
      expect(decisions).toEqual(contingencyForbidden(matter) ? forbidden : free);
    },
  );

  it('never has two winners of a case, never passes a quota, and leaves no case to nobody who could have it', () => {
    const provider = fc.constantFrom('a', 'b', 'c', 'd');
    const wanted = fc.constantFrom('1', '2', '3', '4', '5', '6');
    fc.assert(
      fc.property(
        fc.array(fc.record({ caseId: wanted, providerId: provider }), { maxLength: 60 }),
        fc.record({ a: fc.nat(4), b: fc.nat(4), c: fc.nat(4), d: fc.nat(4) }),
        (contenders, held) => {
          const facts = Object.fromEntries(Object.entries(held).map(([id, count]) => [id, { held: count }]));
          const decisions = decide(contenders, contest(facts, ['1', '2', '3', '4', '5', '6']));
          const winners = new Map<string, string>();
          const count = new Map(Object.entries(held));
          decisions.forEach((decision, i) => {
            const { caseId, providerId } = contenders[i]!;
            if (decision.won) {
              expect(winners.has(caseId)).toBe(false);
              winners.set(caseId, providerId);
              count.set(providerId, count.get(providerId)! + 1);
              expect(count.get(providerId)).toBeLessThanOrEqual(3);
            } else if (decision.because === 'taken') expect(winners.has(caseId)).toBe(true);
            else expect(count.get(providerId)).toBeGreaterThanOrEqual(3);
          });
        },
      ),
    );
  });
});
