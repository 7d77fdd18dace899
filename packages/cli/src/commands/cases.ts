import { CASE_STATES } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { countOf, oneOf } from './counts.js';

interface CasesOptions {
  state?: string;
  limit: string;
}

/** `recourse cases` */
export function casesCommand(context: Context): Command {
  return new Command('cases')
    .description(context.say('cases'))
    .option('--state <state>', context.sayWith('state', CASE_STATES))
    .option('--limit <count>', context.say('limit'), '20')
    .action(async (options: CasesOptions) => {
      const limit = countOf(context, '--limit', options.limit);
      const state = oneOf(context, '--state', options.state, CASE_STATES);
      const client = await context.client();
      const filter = state === undefined ? {} : { filter: { state: [state] } };
      const found = await client.cases.list(filter, { pageSize: Math.min(100, limit + 1) }).toArray(limit + 1);
      context.printSome(found, limit, {
        id: (one) => one.id,
        number: (one) => one.number,
        state: (one) => one.state,
        reference: (one) => one.externalRef,
        debtor: (one) => one.debtorMaskedName,
        outstanding: (one) => one.outstandingFen,
        recovered: (one) => one.recoveredFen,
        grade: (one) => one.grade,
      });
    });
}
