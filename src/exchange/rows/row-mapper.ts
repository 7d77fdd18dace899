import {
  type CaseDraft,
  DEBT_CATEGORY,
  DEBTOR_KIND,
  linesOf,
  SERVICE_LINE,
  TEXT_LIMITS,
} from '../../casework/admission/index.js';
import type { BookFigures } from '../../casework/cases/index.js';
import { DEBTOR_ID_KIND, type DebtLine, LINE_KIND, MATTER, MAX_DOCUMENT_NUMBER } from '../../casework/debt/index.js';
import { addDays, type Day } from '../../kernel/index.js';
import { readEvidence, readLegalOrigin, readPeriod, readTermDays } from './cell-values.js';
import {
  debtorKindFrom,
  isAmbiguousRegion,
  readIdNumber,
  readPhone,
  regionFrom,
  remarksOnRegion,
} from './debtor-facts.js';
import { FieldReader } from './field-reader.js';
import type { Cells } from './header-aliases.js';
import type { Dialect } from './headers.js';
import type { RowReason } from './reasons.js';
import { type Amounts, completeAmounts, figuresOf, isSettled } from './row-amounts.js';
import { skipOf, unclearSkipOf } from './row-skips.js';
import { readTerms, termsOf } from './row-terms.js';
import { shownCurrency } from './shown-words.policy.js';

/** Values the sender gave once, for rows that omit them. */
export type RowDefaults = Readonly<
  Partial<
    Pick<CaseDraft, 'category' | 'debtorKind' | 'serviceLine' | 'legalOrigin' | 'matter' | 'annualRateBps' | 'offer'> &
      Pick<CaseDraft, 'claimTerms'>
  >
>;

export interface MapContext {
  readonly defaults: RowDefaults;
  readonly dialect: Dialect;
}

/** The longest name of a region, in characters. */
const MAX_REGION = 100;

/** The draft of a case, or all reasons why there is none; with the figures of the row if its amounts could be read. */
export type RowMapping = { readonly figures?: BookFigures | undefined } & (
  | { readonly draft: CaseDraft; readonly reasons?: undefined; readonly remarks?: readonly RowReason[] }
  | { readonly draft?: undefined; readonly reasons: readonly RowReason[] }
);

/**
 * Turns one row of a sheet into a draft. Pure; never throws; returns all reasons at once, so that one correction is enough. It
 * reads and completes; admission judges the debt (check digits, amounts that agree, overdue, origin).
 */
export function mapRow(cells: Cells, context: MapContext): RowMapping {
  const row = new FieldReader(cells, context.dialect);
  const skip = skipOf(cells);
  if (skip) row.refuse(skip.code, skip.field, { value: skip.value });
  if (row.reasons.length > 0) return { reasons: row.reasons };
  const money: { figures?: BookFigures } = {};
  const draft = readDraft(row, context.defaults, money);
  const unclear = draft && unclearSkipOf(cells);
  if (unclear) row.refuse(unclear.code, unclear.field, { value: unclear.value });
  if (!draft || row.reasons.length > 0) return { reasons: row.reasons, ...money };
  const region = row.text('region', MAX_REGION);
  const remarks = region === undefined ? [] : remarksOnRegion(region, row.header('region'));
  return { draft, ...money, ...(remarks.length > 0 ? { remarks } : {}) };
}

function readDraft(row: FieldReader, defaults: RowDefaults, money: { figures?: BookFigures }): CaseDraft | undefined {
  const externalRef = row.required('externalRef', TEXT_LIMITS.externalRef);
  refuseForeignCurrency(row);
  const debtor = readDebtor(row, defaults);
  const line = readLine(row);
  const amounts = readAmounts(row, money, line?.kind === 'credit_note');
  const invoicedOn = row.day('invoicedOn') ?? null;
  const dueOn = readDueDay(row, invoicedOn);
  const claim = readClaim(row, defaults);
  if (!debtor || !amounts || dueOn === undefined) return undefined;
  const draft = { externalRef, ...debtor, ...amounts, ...claim, dueOn, invoicedOn };
  return line ? { ...draft, lines: linesOf(draft).map((one) => ({ ...one, ...line })) } : draft;
}

/** What the row says of its line; undefined when it says nothing, so that its amounts and days are the line. */
function readLine(row: FieldReader): Partial<DebtLine> | undefined {
  if (!LINE_FIELDS.some((field) => row.has(field))) return undefined;
  const kind = row.word('lineKind', LINE_KIND, 'LINE_KIND_UNKNOWN');
  const documentNumber = row.text('documentNumber', MAX_DOCUMENT_NUMBER) ?? null;
  const period = row.read('period', (cell) => readPeriod(cell) ?? row.refuse('PERIOD_UNREADABLE', 'period'));
  const periodFrom = row.day('periodFrom') ?? period?.from ?? null;
  const periodTo = row.day('periodTo') ?? period?.to ?? null;
  return { documentNumber, periodFrom, periodTo, ...(kind ? { kind } : {}) };
}

const LINE_FIELDS = ['lineKind', 'documentNumber', 'period', 'periodFrom', 'periodTo'] as const;

function readClaim(row: FieldReader, defaults: RowDefaults) {
  const category = row.word('category', DEBT_CATEGORY, 'CATEGORY_UNKNOWN');
  const line = row.word('serviceLine', SERVICE_LINE, 'SERVICE_LINE_UNKNOWN');
  const matter = row.word('matter', MATTER, 'MATTER_UNKNOWN');
  const evidence = row.text('evidence', 500, true);
  const commissionBps = row.rate('commission');
  return {
    contractNumber: row.number('contractNumber', TEXT_LIMITS.contractNumber) ?? null,
    category: category ?? defaults.category ?? 'commercial_receivable',
    lastInterruptedOn: row.day('lastInterruptedOn') ?? null,
    annualRateBps: row.rate('annualRate') ?? defaults.annualRateBps ?? null,
    legalOrigin: row.read('legalOrigin', readLegalOrigin) ?? defaults.legalOrigin ?? null,
    matter: matter ?? defaults.matter ?? null,
    evidence:
      evidence === undefined ? [] : (readEvidence(evidence) ?? row.refuse('EVIDENCE_UNKNOWN', 'evidence') ?? []),
    serviceLine: line ?? defaults.serviceLine ?? 'agency_dunning',
    offer: commissionBps === undefined ? (defaults.offer ?? null) : { commissionBps, tiers: [] },
    note: row.text('note', TEXT_LIMITS.note, true) ?? null,
    claimTerms: termsOf(readTerms(row), defaults.claimTerms),
    lines: [],
  };
}

function readDebtor(row: FieldReader, defaults: RowDefaults) {
  const debtorName = row.name('debtorName', TEXT_LIMITS.debtorName);
  const id = row.number('debtorIdNumber', TEXT_LIMITS.debtorIdNumber);
  const debtorIdNumber = id === undefined ? null : readIdNumber(id);
  const phone = row.number('debtorPhone', TEXT_LIMITS.debtorPhone);
  const debtorAddress = row.text('debtorAddress', TEXT_LIMITS.debtorAddress) ?? null;
  const region = row.text('region', MAX_REGION) ?? null;
  if (region !== null && isAmbiguousRegion(region)) row.refuse('REGION_AMBIGUOUS', 'region');
  const before = row.reasons.length;
  const debtorIdKind = row.word('debtorIdKind', DEBTOR_ID_KIND, 'DEBTOR_ID_KIND_UNKNOWN') ?? null;
  const stated = row.word('debtorKind', DEBTOR_KIND, 'DEBTOR_KIND_UNKNOWN');
  const debtorKind = stated ?? debtorKindFrom(debtorIdNumber, debtorName, debtorIdKind) ?? defaults.debtorKind;
  if (debtorKind === undefined) {
    if (row.reasons.length === before && debtorName !== '') row.refuse('DEBTOR_KIND_UNKNOWN', 'debtorKind');
    return undefined;
  }
  const debtorPhone = phone === undefined ? null : readPhone(phone);
  const regionCode = regionFrom(region, debtorAddress, debtorIdNumber, debtorKind);
  return { debtorKind, debtorName, debtorIdNumber, debtorIdKind, debtorPhone, debtorAddress, regionCode };
}

/** The amounts of a credit note lower the debt, with or without a minus before them. */
function readAmounts(row: FieldReader, money: { figures?: BookFigures }, isCredit: boolean): Amounts | undefined {
  const before = row.reasons.length;
  const given = {
    principal: row.amount('principal', isCredit),
    penalty: row.amount('penalty', isCredit),
    paid: row.amount('paid', isCredit),
    outstanding: row.amount('outstanding', isCredit),
  };
  if (row.reasons.length > before) return undefined;
  const completed = completeAmounts(given);
  if (!completed) return row.refuse('FIELD_MISSING', 'outstanding');
  const amounts = isCredit ? lowering(completed) : completed;
  money.figures = figuresOf(isCredit ? { ...given, paid: given.paid && -given.paid } : given, amounts);
  return isSettled(amounts) ? row.refuse('SKIPPED_SETTLED', row.has('outstanding') ? 'outstanding' : 'paid') : amounts;
}

function lowering({ principalFen, penaltyFen, paidFen, outstandingFen }: Amounts): Amounts {
  return {
    principalFen: -principalFen,
    penaltyFen: -penaltyFen,
    paidFen: -paidFen,
    outstandingFen: -outstandingFen,
  };
}

/** The due day, or the invoice's day plus the payment term where the ERP keeps terms (Yonyou U8). */
function readDueDay(row: FieldReader, invoicedOn: Day | null): Day | undefined {
  if (row.has('dueOn')) return row.day('dueOn');
  if (!row.has('termDays')) return row.refuse('FIELD_MISSING', 'dueOn');
  const days = row.read('termDays', (cell) => readTermDays(cell) ?? row.refuse('TERM_UNREADABLE', 'termDays'));
  if (days === undefined) return undefined;
  if (invoicedOn !== null) return addDays(invoicedOn, days);
  return row.has('invoicedOn') ? undefined : row.refuse('FIELD_MISSING', 'invoicedOn');
}

/** All amounts are fen of Chinese yuan; an amount of another currency would be a wrong debt. */
function refuseForeignCurrency(row: FieldReader): void {
  row.read('currency', (cell) => {
    if (/^(人民币|cny|rmb|pre001|￥|¥|元)/i.test(cell)) return cell;
    return row.refuse('CURRENCY_UNSUPPORTED', 'currency', { value: shownCurrency(cell) });
  });
}
