import { z } from 'zod';
import type { ClaimTerms } from '../../casework/debt/index.js';
import {
  CREDITOR_SCALE,
  DEBTOR_SCALE,
  LENDER,
  MAX_RATE_BPS,
  MAX_TERM_DAYS,
  termsFrom,
} from '../../casework/interest/index.js';
import { isYes, readTermDays } from './cell-values.js';
import type { FieldReader } from './field-reader.js';
import type { CellField } from './header-aliases.js';
import { code, day, fen, oneOf, rate } from './json-fields.js';

/** What was agreed about interest and terms, as rows of JSON and the defaults of a batch state it. */
export const termsSchema = z.strictObject({
  contractOn: day.nullish(),
  filedOn: day.nullish(),
  ordinaryRateBps: rate(MAX_RATE_BPS).nullish(),
  overdueRateBps: rate(MAX_RATE_BPS).nullish(),
  penaltyRateBps: rate(MAX_RATE_BPS).nullish(),
  feesFen: fen.nullish(),
  deductedInAdvanceFen: fen.nullish(),
  lender: oneOf(LENDER.codes, 'CLAIM_TERM_UNKNOWN').nullish(),
  creditorScale: oneOf(CREDITOR_SCALE.codes, 'CLAIM_TERM_UNKNOWN').nullish(),
  debtorScale: oneOf(DEBTOR_SCALE.codes, 'CLAIM_TERM_UNKNOWN').nullish(),
  paymentTermDays: z
    .int(code('TERM_UNREADABLE'))
    .min(0, code('TERM_UNREADABLE'))
    .max(MAX_TERM_DAYS, code('TERM_UNREADABLE'))
    .nullish(),
  payWhenPaid: z.boolean().nullish(),
});

type Stated = Parameters<typeof termsFrom>[0];

/** The column of each term. */
export const TERM_COLUMNS: Readonly<Record<keyof ClaimTerms, CellField>> = {
  contractOn: 'contractOn',
  filedOn: 'filedOn',
  ordinaryRateBps: 'ordinaryRate',
  overdueRateBps: 'overdueRate',
  penaltyRateBps: 'penaltyRate',
  feesFen: 'fees',
  deductedInAdvanceFen: 'deductedInAdvance',
  lender: 'lender',
  creditorScale: 'creditorScale',
  debtorScale: 'debtorScale',
  paymentTermDays: 'paymentTermDays',
  payWhenPaid: 'payWhenPaid',
};

const COLUMNS = Object.values(TERM_COLUMNS);

/** The terms that the cells of a row state; most rows state none. */
export function readTerms(row: FieldReader): Stated {
  if (!COLUMNS.some((field) => row.has(field))) return null;
  return {
    contractOn: row.day('contractOn'),
    filedOn: row.day('filedOn'),
    ordinaryRateBps: row.rate('ordinaryRate'),
    overdueRateBps: row.rate('overdueRate'),
    penaltyRateBps: row.rate('penaltyRate'),
    feesFen: row.amount('fees'),
    deductedInAdvanceFen: row.amount('deductedInAdvance'),
    lender: row.word('lender', LENDER, 'CLAIM_TERM_UNKNOWN'),
    creditorScale: row.word('creditorScale', CREDITOR_SCALE, 'CLAIM_TERM_UNKNOWN'),
    debtorScale: row.word('debtorScale', DEBTOR_SCALE, 'CLAIM_TERM_UNKNOWN'),
    paymentTermDays: row.read(
      'paymentTermDays',
      (cell) => readTermDays(cell) ?? row.refuse('TERM_UNREADABLE', 'paymentTermDays'),
    ),
    payWhenPaid: row.read('payWhenPaid', (cell) => isYes(cell) ?? row.refuse('CLAIM_TERM_UNKNOWN', 'payWhenPaid')),
  };
}

/** The terms of a row, with those of the batch that it does not state itself; null when neither states any. */
export function termsOf(stated: Stated, defaults: ClaimTerms | null = null): ClaimTerms | null {
  if (!stated) return defaults;
  const own = Object.entries(stated).filter(([, value]) => value !== null && value !== undefined);
  return termsFrom({ ...defaults, ...Object.fromEntries(own) });
}
