import type { Schema } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { countOf } from './counts.js';

interface CasesOptions {
  state?: string;
  limit: string;
}

/** `recourse cases` */
export function casesCommand(context: Context): Command {
  return new Command('cases')
    .description(context.say('cases'))
    .option('--state <state>', context.say('state'))
    .option('--limit <count>', context.say('limit'), '20')
    .action(async ({ state, limit }: CasesOptions) => {
      const client = await context.client();
      const filter = state === undefined ? {} : { filter: { state: [state as Schema.CaseState] } };
      const found = await client.cases
        .list(filter, { pageSize: Math.min(100, countOf(limit)) })
        .toArray(countOf(limit));
      context.printAll(found, {
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
