import { z } from 'zod';
import {
  type CaseDraft,
  DEBT_CATEGORIES,
  DEBTOR_KINDS,
  EVIDENCE_KINDS,
  LEGAL_ORIGINS,
  SERVICE_LINES,
  TEXT_LIMITS,
} from '../../casework/admission/index.js';
import { DEBTOR_ID_KIND, MATTER } from '../../casework/debt/index.js';
import { isLostName, WHOLE } from '../../kernel/index.js';
import { saysNone } from './cell-values.js';
import {
  debtorKindFrom,
  isAmbiguousRegion,
  readIdNumber,
  readPhone,
  regionFrom,
  remarksOnRegion,
} from './debtor-facts.js';
import { code, day, fen, identifying, oneOf, rate, text } from './json-fields.js';
import { ROW_REASONS, type RowReason, type RowReasonCode, reason } from './reasons.js';
import { completeAmounts, figuresOf, isSettled } from './row-amounts.js';
import { linesSchema, type RowLines, rowLines } from './row-lines.js';
import type { RowDefaults, RowMapping } from './row-mapper.js';
import { termsOf, termsSchema } from './row-terms.js';
import { shownKey } from './shown-words.policy.js';

const named = (limit: number) => text(limit).refine((value) => value !== '', code('FIELD_MISSING'));
const bps = rate(WHOLE);

const tier = z.strictObject({ minMonthsOverdue: z.int().min(0).max(1200).nullish(), minAmountFen: fen.nullish(), bps });
export const commissionSchema = z.strictObject({ bps, tiers: z.array(tier).max(20).nullish() });

/** One case as a machine posts it: camelCase, money as strings of fen, days as YYYY-MM-DD; null is the same as absent. */
export const caseInputSchema = z.strictObject({
  externalRef: identifying(TEXT_LIMITS.externalRef).refine((value) => value !== '', code('FIELD_MISSING')),
  contractNumber: identifying(TEXT_LIMITS.contractNumber).nullish(),
  category: oneOf(DEBT_CATEGORIES, 'CATEGORY_UNKNOWN').nullish(),
  debtorKind: oneOf(DEBTOR_KINDS, 'DEBTOR_KIND_UNKNOWN').nullish(),
  debtorName: named(TEXT_LIMITS.debtorName).refine(
    (value) => value === '' || !isLostName(value),
    code('FIELD_UNREADABLE'),
  ),
  debtorIdNumber: identifying(TEXT_LIMITS.debtorIdNumber).nullish(),
  debtorIdKind: oneOf(DEBTOR_ID_KIND.codes, 'DEBTOR_ID_KIND_UNKNOWN').nullish(),
  debtorPhone: identifying(TEXT_LIMITS.debtorPhone).nullish(),
  debtorAddress: text(TEXT_LIMITS.debtorAddress).nullish(),
  regionCode: text(100).nullish(),
  principalFen: fen.nullish(),
  penaltyFen: fen.nullish(),
  paidFen: fen.nullish(),
  outstandingFen: fen.nullish(),
  dueOn: day.nullish(),
  invoicedOn: day.nullish(),
  lastInterruptedOn: day.nullish(),
  annualRateBps: rate(1_000_000).nullish(),
  legalOrigin: oneOf(LEGAL_ORIGINS, 'LEGAL_ORIGIN_UNKNOWN').nullish(),
  evidence: z.array(oneOf(EVIDENCE_KINDS, 'EVIDENCE_UNKNOWN')).max(50).nullish(),
  matter: oneOf(MATTER.codes, 'MATTER_UNKNOWN').nullish(),
  serviceLine: oneOf(SERVICE_LINES, 'SERVICE_LINE_UNKNOWN').nullish(),
  commission: commissionSchema.nullish(),
  note: text(TEXT_LIMITS.note, true).nullish(),
  lines: linesSchema.nullish(),
  claimTerms: termsSchema.nullish(),
});
export type CaseInput = z.infer<typeof caseInputSchema>;

/** Turns one row of a JSON batch into a draft, with the same codes as a sheet's row and JSON paths as fields. Never throws. */
export function mapJsonRow(row: unknown, { defaults }: { defaults: RowDefaults }): RowMapping {
  const isObject = typeof row === 'object' && row !== null && !Array.isArray(row);
  if (!isObject) return { reasons: [reason('ROW_NOT_AN_OBJECT', '')] };
  const parsed = caseInputSchema.safeParse(row, { reportInput: true });
  return parsed.success ? draftOf(parsed.data, defaults) : { reasons: reasonsOf(parsed.error.issues) };
}

function draftOf(input: CaseInput, defaults: RowDefaults): RowMapping {
  const made = rowLines(input.lines);
  const given = {
    principal: input.principalFen ?? made.amounts.principal,
    penalty: input.penaltyFen ?? made.amounts.penalty,
    paid: input.paidFen ?? made.amounts.paid,
    outstanding: input.outstandingFen ?? undefined,
  };
  const dueOn = input.dueOn ?? made.dueOn;
  const amounts = completeAmounts(given);
  const figures = amounts && figuresOf(given, amounts);
  const reasons: RowReason[] = [];
  const debtor = debtorOf(input, defaults, reasons);
  if (dueOn === undefined) reasons.push(reason('FIELD_MISSING', 'dueOn'));
  if (!amounts) reasons.push(reason('FIELD_MISSING', 'outstandingFen'));
  else if (isSettled(amounts)) reasons.push(reason('SKIPPED_SETTLED', 'outstandingFen'));
  if (!debtor || !amounts || dueOn === undefined || reasons.length > 0) return { reasons, figures };
  const claim = { ...claimOf(input, defaults), ...daysOf(input, made), dueOn, lines: made.lines };
  const remarks = input.regionCode ? remarksOnRegion(input.regionCode, 'regionCode') : [];
  const draft = { externalRef: input.externalRef, ...debtor, ...amounts, ...claim };
  return { draft, figures, ...(remarks.length > 0 ? { remarks } : {}) };
}

function debtorOf(input: CaseInput, defaults: RowDefaults, reasons: RowReason[]) {
  const { debtorName, debtorIdKind = null, regionCode: region } = input;
  const [id, phone] = [numberIn(input.debtorIdNumber), numberIn(input.debtorPhone)];
  const debtorIdNumber = id && readIdNumber(id);
  const debtorKind =
    input.debtorKind ?? debtorKindFrom(debtorIdNumber, debtorName, debtorIdKind) ?? defaults.debtorKind;
  if (region && isAmbiguousRegion(region)) reasons.push(reason('REGION_AMBIGUOUS', 'regionCode'));
  if (!debtorKind) return void reasons.push(reason('DEBTOR_KIND_UNKNOWN', 'debtorKind'));
  const debtorAddress = input.debtorAddress || null;
  const debtorPhone = phone ? readPhone(phone) : null;
  const regionCode = regionFrom(region || null, debtorAddress, debtorIdNumber, debtorKind);
  return { debtorKind, debtorName, debtorIdNumber, debtorIdKind, debtorPhone, debtorAddress, regionCode };
}

const numberIn = (value: string | null | undefined) => (value && !saysNone(value) ? value : null);

function claimOf(input: CaseInput, defaults: RowDefaults) {
  return {
    contractNumber: numberIn(input.contractNumber),
    category: input.category ?? defaults.category ?? 'commercial_receivable',
    annualRateBps: input.annualRateBps ?? defaults.annualRateBps ?? null,
    legalOrigin: input.legalOrigin ?? defaults.legalOrigin ?? null,
    matter: input.matter ?? defaults.matter ?? null,
    evidence: [...new Set(input.evidence ?? [])],
    serviceLine: input.serviceLine ?? defaults.serviceLine ?? 'agency_dunning',
    offer: input.commission ? offerOf(input.commission) : (defaults.offer ?? null),
    note: input.note || null,
    claimTerms: termsOf(input.claimTerms, defaults.claimTerms),
  };
}

/** The days beside the due day: as given, or else those that the lines make. */
function daysOf(input: CaseInput, made: RowLines) {
  return {
    invoicedOn: input.invoicedOn ?? made.invoicedOn,
    lastInterruptedOn: input.lastInterruptedOn ?? made.lastInterruptedOn,
  };
}

/** The offer of a draft from a commission in JSON. */
export function offerOf(input: z.infer<typeof commissionSchema>): NonNullable<CaseDraft['offer']> {
  const tiers = (input.tiers ?? []).map(({ bps: rate, minMonthsOverdue: months, minAmountFen: amount }) => ({
    bps: rate,
    ...(months == null ? {} : { minMonthsOverdue: months }),
    ...(amount == null ? {} : { minAmountFen: amount }),
  }));
  return { commissionBps: input.bps, tiers };
}

/** The path of a field in JSON: `commission.tiers[0].bps`. */
function pathOf(path: readonly PropertyKey[]): string {
  const joined = path.reduce<string>((at, key) => at + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), '');
  return joined.replace(/^\./, '');
}

const MAX_REASONS = 50;

function reasonsOf(issues: readonly z.core.$ZodIssue[]): RowReason[] {
  const reasons = issues.flatMap((issue): RowReason[] => {
    const field = pathOf(issue.path);
    if (Object.hasOwn(ROW_REASONS, issue.message))
      return [missingOrElse(issue, reason(issue.message as RowReasonCode, field))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => reason('FIELD_UNKNOWN', pathOf([...issue.path, shownKey(key)])));
    }
    if (issue.code === 'too_big') return [reason('FIELD_TOO_LONG', field, { limit: Number(issue.maximum) })];
    return [missingOrElse(issue, reason('FIELD_TYPE', field, { expected: expectedOf(issue) }))];
  });
  return reasons.slice(0, MAX_REASONS);
}

/** An absent field is FIELD_MISSING, whatever the issue of its schema. */
function missingOrElse(issue: z.core.$ZodIssue, otherwise: RowReason): RowReason {
  return issue.input === undefined ? reason('FIELD_MISSING', otherwise.field) : otherwise;
}

function expectedOf(issue: z.core.$ZodIssue): string {
  return 'expected' in issue ? String(issue.expected) : 'valid';
}
