import { Command } from 'commander';
import type { Context } from '../context.js';

/** `recourse lines <caseId>` */
export function linesCommand(context: Context): Command {
  return new Command('lines')
    .argument('<caseId>')
    .description(context.say('lines'))
    .action(async (caseId: string) => {
      const client = await context.client();
      const { lines } = await client.cases.get({ id: caseId });
      context.printAll(lines, {
        line: (one) => one.lineNumber,
        kind: (one) => context.word(one.kind),
        document: (one) => one.documentNumber,
        from: (one) => one.periodFrom,
        to: (one) => one.periodTo,
        due: (one) => one.dueOn,
        open: (one) => one.openFen,
        months: (one) => one.monthsOverdue,
        limitation: (one) => one.limitationExpiresOn,
        withdrawn: (one) => one.withdrawnAt,
      });
    });
}
