import { DEBT_CATEGORIES, formatYuan, type Offer, type OfferFilter } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { asJson, percent } from '../output.js';
import { amountOf, basisPointsOf, countOf, oneOf } from './counts.js';

interface FilterOptions {
  minAmount?: string;
  minCommission?: string;
  category?: string;
}

/** `recourse hall list` and `recourse hall watch` */
export function hallCommand(context: Context): Command {
  const hall = new Command('hall').description(context.say('hall'));
  withFilter(hall.command('list').description(context.say('hallList')), context)
    .option('--limit <count>', context.say('limit'), '20')
    .action(async (options: FilterOptions & { limit: string }) => {
      const limit = countOf(context, '--limit', options.limit);
      const filter = filterOf(context, options);
      const client = await context.client();
      const found = await client.hall.listings({ filter }, { pageSize: Math.min(100, limit + 1) }).toArray(limit + 1);
      context.printSome(found, limit, {
        case: (one) => one.id,
        category: (one) => context.word(one.category),
        province: (one) => (context.language === 'en' ? one.provinceNameEn : one.provinceName),
        amount: (one) => one.amountFen ?? context.word(one.amountBand),
        months: (one) => one.monthsOverdue,
        commission: (one) => percent(one.commissionBps),
        grade: (one) => one.grade,
        listed: (one) => one.listedAt,
      });
    });
  withFilter(hall.command('watch').description(context.say('hallWatch')), context)
    .option('--after <cursor>', context.say('after'))
    .action(async (options: FilterOptions & { after?: string }) => {
      const filter = filterOf(context, options);
      const client = await context.client();
      const { signal } = context.terminal;
      for await (const offer of client.hall.watch({ filter, after: options.after, signal })) {
        context.terminal.out(context.isJson ? asJson(offer) : lineOf(context, offer));
      }
    });
  return hall;
}

/** `recourse grab <caseId>` */
export function grabCommand(context: Context): Command {
  return new Command('grab')
    .argument('<caseId>')
    .description(context.say('grab'))
    .option('--accept', context.say('accept'))
    .action(async (caseId: string, options: { accept?: boolean }) => {
      const client = await context.client();
      let grab = await client.grabs.grab({ caseId });
      if (options.accept) grab = await client.grabs.accept({ grabId: grab.id });
      context.print(grab, ({ amountFen, acceptBy, terms }) => {
        const amount = formatYuan(amountFen, { separators: true });
        const taken = context.say('grabbed', { caseId, amount, commission: terms.commissionBps / 100, acceptBy });
        return `${grab.id}\n${taken}${grab.acceptedAt ? `\n${context.say('accepted')}` : ''}`;
      });
    });
}

function withFilter(command: Command, context: Context): Command {
  return command
    .option('--min-amount <yuan>', context.say('minAmount'))
    .option('--min-commission <percent>', context.say('minCommission'))
    .option('--category <category>', context.sayWith('category', DEBT_CATEGORIES));
}

function filterOf(context: Context, { minAmount, minCommission, category }: FilterOptions): OfferFilter {
  const wanted = oneOf(context, '--category', category, DEBT_CATEGORIES);
  return {
    ...(minAmount === undefined ? {} : { minAmountFen: amountOf(context, '--min-amount', minAmount) }),
    ...(minCommission === undefined
      ? {}
      : { minCommissionBps: basisPointsOf(context, '--min-commission', minCommission) }),
    ...(wanted === undefined ? {} : { categories: [wanted] }),
  };
}

function lineOf(context: Context, { caseId, category, amountFen, amountBand, commissionBps, grade }: Offer): string {
  const amount = amountFen === null ? context.word(amountBand) : formatYuan(amountFen, { separators: true });
  return [caseId, context.word(category), amount.padStart(14), percent(commissionBps).padStart(7), grade].join('  ');
}
