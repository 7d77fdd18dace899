import type { components } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';

export type Line = components['schemas']['CaseLine'];

/** `recourse lines <caseId>` */
export function linesCommand(context: Context): Command {
  return new Command('lines')
    .argument('<caseId>')
    .description(context.say('lines'))
    .action(async (caseId: string) => {
      const client = await context.client();
      const { lines } = await client.rest('getCase', { path: { caseId } });
      context.printAll(lines, { ...lineColumns(context), withdrawn: (one) => one.withdrawnAt });
    });
}

/** What a debt consists of, as a table shows it. */
export function lineColumns(context: Context): Record<string, (line: Line) => unknown> {
  return {
    line: (one) => one.lineNumber,
    kind: (one) => context.word(one.kind),
    document: (one) => one.documentNumber,
    from: (one) => one.periodFrom,
    to: (one) => one.periodTo,
    due: (one) => one.dueOn,
    open: (one) => one.openFen,
    months: (one) => one.monthsOverdue,
    limitation: (one) => one.limitationExpiresOn,
    days: (one) => one.limitationDaysLeft,
    clock: (one) => one.limitation && context.word(one.limitation.state),
  };
}
