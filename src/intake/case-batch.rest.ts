import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '../platform/http/index.js';
import { BATCH_STATES, type BatchState, ROW_OUTCOMES, type RowOutcome } from './case-batch.lifecycle.js';

export class BatchListQuery extends ListQuery {
  @ApiProperty({ enum: BATCH_STATES, required: false, description: 'Only batches in this state.' })
  @IsOptional()
  @IsIn(BATCH_STATES)
  state?: BatchState;
}

export class RowListQuery extends ListQuery {
  @ApiProperty({ enum: ROW_OUTCOMES, required: false, description: 'Only rows with this outcome.' })
  @IsOptional()
  @IsIn(ROW_OUTCOMES)
  outcome?: RowOutcome;
}

const day = { type: 'string', format: 'date' };
const fen = { type: 'string', pattern: '^\\d{1,15}$', example: '125000' };

/** One case of a JSON batch, for the API reference. Checked row by row as it is processed, so a bad row costs only itself. */
const CASE = {
  type: 'object',
  required: ['externalRef', 'debtorName', 'dueOn'],
  properties: {
    externalRef: { type: 'string', maxLength: 100, description: 'Your own reference, unique among your cases.' },
    contractNumber: { type: 'string' },
    category: { type: 'string', description: 'commercial_receivable when left out.' },
    debtorKind: {
      type: 'string',
      enum: ['enterprise', 'person'],
      description: 'Told from number or name if left out.',
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
    dueOn: day,
    invoicedOn: day,
    lastInterruptedOn: day,
    annualRateBps: { type: 'integer' },
    legalOrigin: { type: 'string' },
    evidence: { type: 'array', items: { type: 'string' } },
    serviceLine: { type: 'string' },
    commission: { type: 'object', description: '{ bps, tiers: [{ minMonthsOverdue, minAmountFen, bps }] }' },
    note: { type: 'string' },
  },
} as const;

const DEFAULTS = {
  type: 'object',
  description:
    'For rows that do not say it: category, debtorKind, serviceLine, legalOrigin, annualRateBps, commission.',
} as const;

export const BATCH_BODY = {
  oneOf: [
    {
      type: 'object',
      required: ['rows'],
      properties: {
        rows: {
          type: 'array',
          description: 'The cases, each judged for itself.',
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
        defaults: { type: 'string', description: 'The same defaults as JSON text; sent before the file.' },
        file: { type: 'string', format: 'binary', description: 'CSV in UTF-8 or GB18030, Chinese or English headers.' },
      },
    },
  ],
} as const;
