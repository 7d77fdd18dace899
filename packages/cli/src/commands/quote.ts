import { readFile } from 'node:fs/promises';
import type { components, RestInput } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { EXIT, UsageError } from '../exit-codes.js';
import { percent, table } from '../output.js';
import { amount, claimInWords } from './claim.js';
import { lineColumns } from './lines.js';

type Quote = components['schemas']['CaseQuote'];
type Debt = RestInput<'quoteCase'>['body'];

/** `recourse quote <file>` */
export function quoteCommand(context: Context, ended: (code: number) => void): Command {
  return new Command('quote')
    .argument('<file>', context.say('quoteFile'))
    .description(context.say('quote'))
    .action(async (file: string) => {
      const body = await debtOf(context, file);
      const client = await context.client();
      const quote = await client.rest('quoteCase', { body });
      context.print(quote, (one) => quoteInWords(context, one));
      if (quote.verdict === 'reject') ended(EXIT.rowsRejected);
    });
}

/** One debt; what is wrong inside of it the platform says, with the field. */
async function debtOf(context: Context, file: string): Promise<Debt> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(error.message);
  });
  const debt = parsed(text.replace(/^\uFEFF/, ''));
  if (debt === null || typeof debt !== 'object' || Array.isArray(debt)) {
    throw new UsageError(context.say('badDebtFile', { file }));
  }
  return debt as Debt;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function quoteInWords(context: Context, quote: Quote): string {
  const { verdict, reasons, existingCaseId, lines, claim } = quote;
  return [
    context.say(verdict),
    ...reasons.map(({ code, field, en, zh }) =>
      context.say('reasonOf', { code, field, text: context.language === 'en' ? en : zh }),
    ),
    ...(existingCaseId === null ? [] : [context.say('quotedBefore', { caseId: existingCaseId })]),
    table(lines, lineColumns(context)),
    ...figuresOf(context, quote),
    ...(claim === null ? [] : [claimInWords(context, claim)]),
  ].join('\n');
}

function figuresOf(context: Context, quote: Quote): string[] {
  const { dueOn: due, monthsOverdue: months, limitationExpiresOn: ends, limitationDaysLeft: days } = quote;
  const { score, grade, evidenceBps, fullRecovery } = quote;
  const amounts = {
    open: amount(quote.outstandingFen),
    principal: amount(quote.principalFen),
    penalty: amount(quote.penaltyFen),
    paid: amount(quote.paidFen),
  };
  return [
    context.say('openAmount', amounts),
    context.say(days < 0 ? 'ageAndEndedClock' : 'ageAndClock', { due, months, ends, days }),
    ...(score === null ? [] : [context.say('scored', { score, grade, evidence: percent(evidenceBps ?? 0) })]),
    ...(fullRecovery === null ? [] : [costInWords(context, fullRecovery)]),
  ];
}

function costInWords(context: Context, recovery: NonNullable<Quote['fullRecovery']>): string {
  const { commissionFen, commissionBps, serviceFeeFen, serviceFeeBps } = recovery;
  const [commission, fee] = [amount(commissionFen), amount(serviceFeeFen)];
  return context.say('wouldCost', {
    ...{ commission, fee },
    ...{ rate: percent(commissionBps), feeRate: percent(serviceFeeBps) },
  });
}
