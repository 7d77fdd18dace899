import { LINE_KIND, MAX_CLOCK_EVENTS, MAX_DOCUMENT_NUMBER, MAX_LINES } from '../../casework/debt/index.js';
import { invalid, type Locale } from '../../kernel/index.js';
import { LanguageField, ListQuery, WordField } from '../../platform/faces/index.js';
import { SHEET_FORMATS, type SheetFormat } from '../../platform/sheets/index.js';
import {
  BATCH_GROUPINGS,
  BATCH_MODES,
  BATCH_STATES,
  type BatchState,
  ROW_OUTCOMES,
  type RowOutcome,
} from './case-batch.lifecycle.js';
import type { BatchOptions } from './submission.js';

const FLAGS = ['true', 'false'] as const;

/** Options of a batch, given in the query or, for an upload, in text parts before the file. */
export class ImportQuery {
  @WordField(BATCH_MODES, {
    defaultValue: 'create',
    description: 'create leaves cases posted before unchanged; upsert updates them to your books.',
  })
  mode?: BatchOptions['mode'];
  @WordField(BATCH_GROUPINGS, {
    defaultValue: 'document',
    description:
      'Which rows are lines of one case: document, those with one reference; debtor, those of one debtor in one category.',
  })
  group?: BatchOptions['grouping'];
  @WordField(FLAGS, { defaultValue: 'false', description: 'Judge every row without effect on cases; commit it later.' })
  dryRun?: (typeof FLAGS)[number];
}

/** The query takes precedence over the text parts. Refuses an unknown value, naming the field. */
export function optionsFrom(query: ImportQuery, fields: Readonly<Record<string, string>>): BatchOptions {
  const mode = query.mode ?? oneOf('mode', fields['mode'] ?? 'create', BATCH_MODES);
  const dryRun = query.dryRun ?? oneOf('dryRun', fields['dryRun'] ?? 'false', FLAGS);
  const grouping = query.group ?? oneOf('group', fields['group'] ?? 'document', BATCH_GROUPINGS);
  return { mode, grouping, dryRun: dryRun === 'true' };
}

export function formatFrom(text: string): SheetFormat {
  return oneOf('format', text, SHEET_FORMATS);
}

function oneOf<V extends string>(path: string, text: string, allowed: readonly V[]): V {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw invalid('ONE_OF', { path, values: allowed.join(', ') });
  return found;
}

export class TemplateQuery {
  @LanguageField() lang?: Locale;
}

export class BatchListQuery extends ListQuery {
  @WordField(BATCH_STATES, { nullable: true, description: 'State of the batches; null: any.' }) state?: BatchState;
}

export class RowListQuery extends ListQuery {
  @WordField(ROW_OUTCOMES, { nullable: true, description: 'Outcome of the rows; null: any.' }) outcome?: RowOutcome;
}

const day = { type: 'string', format: 'date' };
const fen = { type: 'string', pattern: '^\\d{1,15}$', example: '125000' };

/** Money of a line: that of a credit note is negative. */
const signed = { type: 'string', pattern: '^-?\\d{1,15}$', example: '125000' };

/** One line of a case, for the API reference. */
const LINE = {
  type: 'object',
  required: ['kind', 'dueOn', 'principalFen'],
  properties: {
    kind: { type: 'string', enum: [...LINE_KIND.codes] },
    documentNumber: { type: 'string', maxLength: MAX_DOCUMENT_NUMBER },
    periodFrom: day,
    periodTo: day,
    dueOn: day,
    invoicedOn: day,
    principalFen: signed,
    penaltyFen: signed,
    paidFen: signed,
    lastInterruptedOn: day,
    clock: {
      type: 'array',
      maxItems: MAX_CLOCK_EVENTS,
      description: 'What happened to its limitation period: { kind, on, until }.',
      items: { type: 'object' },
    },
  },
} as const;

/** One case of a JSON batch, for the API reference. Rows are checked one by one, so a bad row affects only itself. */
const CASE = {
  type: 'object',
  required: ['externalRef', 'debtorName'],
  properties: {
    externalRef: { type: 'string', maxLength: 100, description: 'Your own reference, unique among your cases.' },
    contractNumber: { type: 'string' },
    category: { type: 'string', description: 'Default: commercial_receivable.' },
    debtorKind: {
      type: 'string',
      enum: ['enterprise', 'person'],
      description: 'Default: derived from number or name.',
    },
    debtorName: { type: 'string' },
    debtorIdNumber: { type: 'string', description: 'Unified social credit code or resident identity number.' },
    debtorPhone: { type: 'string' },
    debtorAddress: { type: 'string' },
    regionCode: { type: 'string', description: 'Six digits of GB/T 2260.' },
    principalFen: fen,
    penaltyFen: fen,
    paidFen: fen,
    outstandingFen: { ...fen, description: 'principal + penalty − paid; this or the principal must be given.' },
    dueOn: { ...day, description: 'The due day; left out beside `lines`.' },
    invoicedOn: day,
    lastInterruptedOn: day,
    annualRateBps: { type: 'integer' },
    legalOrigin: { type: 'string' },
    evidence: { type: 'array', items: { type: 'string' } },
    matter: { type: 'string' },
    serviceLine: { type: 'string' },
    commission: { type: 'object', description: '{ bps, tiers: [{ minMonthsOverdue, minAmountFen, bps }] }' },
    note: { type: 'string' },
    lines: { type: 'array', maxItems: MAX_LINES, items: LINE, description: 'What the debt consists of.' },
    claimTerms: { type: 'object', description: 'What was agreed about interest and terms, as in `postCase`.' },
  },
} as const;

const DEFAULTS = {
  type: 'object',
  description:
    'Values that rows may omit: category, debtorKind, serviceLine, legalOrigin, matter, annualRateBps, commission, claimTerms.',
} as const;

export const BATCH_BODY = {
  oneOf: [
    {
      type: 'object',
      required: ['rows'],
      properties: {
        rows: {
          type: 'array',
          description: 'The cases, each judged separately; 1 to 1000.',
          minItems: 1,
          maxItems: 1000,
          items: CASE,
        },
        defaults: DEFAULTS,
      },
    },
    {
      type: 'object',
      required: ['file'],
      properties: {
        defaults: { type: 'string', description: 'The same defaults as JSON text; must precede the file.' },
        mode: { type: 'string', enum: BATCH_MODES, description: 'As in the query; must precede the file.' },
        group: { type: 'string', enum: BATCH_GROUPINGS, description: 'As in the query; must precede the file.' },
        dryRun: { type: 'string', enum: FLAGS, description: 'As in the query; must precede the file.' },
        file: {
          type: 'string',
          format: 'binary',
          description:
            'XLSX, CSV in UTF-8 or GB18030 (Chinese or English headers), or NDJSON (one case per line, as in rows). Detected by content.',
        },
      },
    },
  ],
} as const;
