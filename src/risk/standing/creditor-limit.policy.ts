import { meanExcess } from '../../kernel/statistics.js';
import { evidenceOf, numbersOf, type Sums, sumOf, varianceOf, without } from './evidence.policy.js';
import type { CreditorRecord } from './standing-facts.policy.js';
import type { StandingParameters } from './standing-parameters.policy.js';

/** How often the others are asked anew what they show: friends of one ring must not vouch for each other. */
const PASSES = 3;

/** No more of what is expected of a creditor is taken for lost: of a hold that has just begun little is expected, and much varies. */
const MOST_LOST = 1 / 3;

/**
 * What counts of what was observed: of each creditor no more than what all the others show of as many cases, and `creditorCreditBps` of an
 * average case paid in full. Whatever a creditor does for a provider, by calling back what fails or by payments that nobody made,
 * it cannot lift the rate by more. What speaks against a provider counts in full.
 *
 * So of good luck with one creditor a part is lost, and of bad luck nothing: what that takes from an average record comes off the
 * expectation. Otherwise an honest provider with many cases of few creditors would stand several percent lower than it is.
 */
export function countedOf(creditors: readonly CreditorRecord[], parameters: StandingParameters): Sums {
  const plain = creditors.map((one) => ({ known: one.known, own: numbersOf(one, one.known) }));
  const { charged, expected } = sumOf(plain.map(({ own }) => own));
  const credit = (parameters.creditorCreditBps / 10_000) * (charged / expected);
  const records = plain.map(({ known, own }) => {
    // Where there are no others, nobody confirms anything.
    if (!known || !(expected - own.expected > 0)) return { known, own, most: 0 };
    return { known, own: { ...own, lost: lostOf(own, credit, parameters) }, most: credit };
  });
  let counted = sumOf(records.map(({ own }) => own));
  if (!(expected > 0)) return counted;
  let counts = records.map(({ own }) => own.observed);
  for (let pass = 0; pass < PASSES; pass += 1) {
    counts = records.map(({ known, own, most }, at) => {
      if (!known) return own.observed;
      const others = without(counted, own, counts[at]!);
      return Math.min(own.observed, own.expected * evidenceOf(others, parameters).shrunk + most);
    });
    counted = { ...counted, observed: counts.reduce((sum, one) => sum + one, 0) };
  }
  return counted;
}

function lostOf(own: Sums, credit: number, parameters: StandingParameters): number {
  const lost = meanExcess(credit, Math.sqrt(varianceOf(own, parameters)));
  return Math.min(own.expected * MOST_LOST, lost);
}
