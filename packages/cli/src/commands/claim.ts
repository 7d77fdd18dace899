import { type components, formatYuan } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { table } from '../output.js';

export type Claim = components['schemas']['Claim'];

/** `recourse claim <caseId>` */
export function claimCommand(context: Context): Command {
  return new Command('claim')
    .argument('<caseId>')
    .description(context.say('claim'))
    .action(async (caseId: string) => {
      const client = await context.client();
      const claim = await client.rest('getCaseClaim', { path: { caseId } });
      context.print(claim, (one) => claimInWords(context, one));
    });
}

/** A claim as a creditor reads it: what it comes to, and each step of the arithmetic. */
export function claimInWords(context: Context, claim: Claim): string {
  const { principalFen, askedFen, allowedFen, capFen, excessFen, feesFen, segments, notes } = claim;
  const total = amount(principalFen + allowedFen);
  const sums = { principal: amount(principalFen), asked: amount(askedFen), allowed: amount(allowedFen), total };
  const steps = table(segments, {
    line: (one) => one.lineNumber,
    when: (one) => context.word(one.phase),
    from: (one) => one.from,
    to: (one) => one.to,
    days: (one) => one.days,
    amount: (one) => one.amountFen,
    rate: (one) => `${one.rate} / ${one.rateDays}`,
    interest: (one) => one.interestFen,
  });
  return [
    context.say('claimUntil', { until: claim.until, rule: context.word(claim.rule) }),
    context.say('claimSums', sums),
    ...(capFen === null
      ? []
      : [context.say('claimCapped', { cap: amount(capFen), rate: claim.capRate, excess: amount(excessFen) })]),
    ...(segments.length === 0 ? [] : [steps]),
    ...(feesFen === 0n ? [] : [context.say('claimFees', { fees: amount(feesFen) })]),
    ...notes.map(({ code, en, zh }) => `${code}: ${context.language === 'en' ? en : zh}`),
  ].join('\n');
}

/** Yuan as people read them. */
export function amount(fen: bigint): string {
  return formatYuan(fen, { separators: true });
}
