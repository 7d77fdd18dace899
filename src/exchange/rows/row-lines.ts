import { z } from 'zod';
import {
  CLOCK_EVENT_KIND,
  type ClockEvent,
  type DebtLine,
  LINE_KIND,
  MAX_CASE_CLOCK_EVENTS,
  MAX_CLOCK_EVENTS,
  MAX_DOCUMENT_NUMBER,
  MAX_LINES,
  totalsOf,
} from '../../casework/debt/index.js';
import { code, day, identifying, signedFen } from './json-fields.js';
import type { AmountsGiven } from './row-amounts.js';

const documentNumber = identifying(MAX_DOCUMENT_NUMBER);
const event = z.strictObject({
  kind: z.enum(CLOCK_EVENT_KIND.codes, code('CLOCK_EVENT_UNKNOWN')),
  on: day,
  until: day.nullish(),
});

const line = z.strictObject({
  kind: z.enum(LINE_KIND.codes, code('LINE_KIND_UNKNOWN')),
  documentNumber: documentNumber.nullish(),
  periodFrom: day.nullish(),
  periodTo: day.nullish(),
  dueOn: day,
  invoicedOn: day.nullish(),
  principalFen: signedFen,
  penaltyFen: signedFen.nullish(),
  paidFen: signedFen.nullish(),
  lastInterruptedOn: day.nullish(),
  clock: z.array(event).max(MAX_CLOCK_EVENTS).nullish(),
});

/** The lines of a case as a machine posts them. */
export const linesSchema = z
  .array(line)
  .min(1, code('FIELD_MISSING'))
  .max(MAX_LINES)
  .superRefine((lines, context) => {
    const events = lines.reduce((sum, { clock }) => sum + (clock?.length ?? 0), 0);
    if (events <= MAX_CASE_CLOCK_EVENTS) return;
    const limit = { maximum: MAX_CASE_CLOCK_EVENTS, origin: 'array', inclusive: true } as const;
    context.addIssue({ code: 'too_big', ...limit, input: lines, path: ['clock'] });
  });
type LineInput = z.infer<typeof line>;

/** The lines of a row, and what they make; nothing of a row without lines. */
export interface RowLines {
  readonly lines: readonly DebtLine[];
  readonly amounts: AmountsGiven;
  readonly dueOn: string | undefined;
  readonly invoicedOn: string | null;
  readonly lastInterruptedOn: string | null;
}

const NONE: RowLines = { lines: [], amounts: {}, dueOn: undefined, invoicedOn: null, lastInterruptedOn: null };

export function rowLines(inputs: readonly LineInput[] | null | undefined): RowLines {
  if (!inputs || inputs.length === 0) return NONE;
  const lines = inputs.map(lineOf);
  const { principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn } = totalsOf(lines);
  // Lines without a paid amount say nothing of their own about what was paid.
  const says = inputs.some((one) => one.paidFen != null);
  const amounts = { principal: principalFen, penalty: penaltyFen, ...(says ? { paid: paidFen } : {}) };
  return { lines, amounts, dueOn, invoicedOn, lastInterruptedOn };
}

function lineOf(input: LineInput): DebtLine {
  return {
    kind: input.kind,
    documentNumber: input.documentNumber || null,
    periodFrom: input.periodFrom ?? null,
    periodTo: input.periodTo ?? null,
    dueOn: input.dueOn,
    invoicedOn: input.invoicedOn ?? null,
    principalFen: input.principalFen,
    penaltyFen: input.penaltyFen ?? 0n,
    paidFen: input.paidFen ?? 0n,
    lastInterruptedOn: input.lastInterruptedOn ?? null,
    clock: (input.clock ?? []).map(
      ({ kind, on, until }): ClockEvent => (until == null ? { kind, on } : { kind, on, until }),
    ),
  };
}
