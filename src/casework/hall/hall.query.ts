import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { FenField, ListQuery } from '../../platform/faces/index.js';
import {
  CASE_GRADES,
  type CaseGrade,
  DEBT_CATEGORIES,
  DEBTOR_KINDS,
  type DebtCategory,
  type DebtorKind,
  SERVICE_LINES,
  type ServiceLine,
} from '../admission/index.js';
import { AMOUNT_BANDS, type AmountBand, HALL_SORTS, type HallSort } from './hall.policy.js';
import type { HallFilter } from './hall-filter.policy.js';

/** Several words, written `?grades=A,B` or `?grades=A&grades=B`. */
function Words(description: string, words?: readonly string[]): PropertyDecorator {
  const read = (value: unknown) => (typeof value === 'string' ? value.split(',').filter((word) => word !== '') : value);
  return applyDecorators(
    ApiProperty({ type: [String], required: false, description, ...(words ? { enum: [...words] } : {}) }),
    Transform(({ value }) => read(value)),
    IsOptional(),
    IsArray(),
    IsString({ each: true }),
    ...(words ? [IsIn(words, { each: true })] : []),
  );
}

function Word(description: string, words: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, required: false, description, enum: [...words] }),
    IsOptional(),
    IsIn(words),
  );
}

function Whole(description: string): PropertyDecorator {
  const read = (value: unknown) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number.parseInt(value, 10) : value;
  return applyDecorators(
    ApiProperty({ type: Number, required: false, description }),
    Transform(({ value }) => read(value)),
    IsOptional(),
    IsInt(),
  );
}

/** The hall's question as a REST query. Ranges are checked by the hall itself. */
export class HallQuery extends ListQuery implements HallFilter {
  @Word('The order; NEWEST unless told. Cursors belong to one order.', HALL_SORTS)
  sort?: HallSort;

  @Words('Any of these categories.', DEBT_CATEGORIES)
  categories?: DebtCategory[];

  @Words('Any of these service lines.', SERVICE_LINES)
  serviceLines?: ServiceLine[];

  @Words('Any of these provinces, by GB/T 2260 code such as 440000.')
  provinces?: string[];

  @ApiProperty({ type: String, required: false, description: 'The first 2 to 6 digits of a region code.' })
  @IsOptional()
  @IsString()
  regionPrefix?: string;

  @Word('Only debtors of this kind.', DEBTOR_KINDS)
  debtorKind?: DebtorKind;

  @Words('Any of these grades.', CASE_GRADES)
  grades?: CaseGrade[];

  @Words('Any of these bands of amounts.', AMOUNT_BANDS)
  amountBands?: AmountBand[];

  @FenField({ nullable: true, description: 'At least this amount, in fen; for those who see amounts.' })
  minAmountFen?: bigint;

  @FenField({ nullable: true, description: 'At most this amount, in fen; for those who see amounts.' })
  maxAmountFen?: bigint;

  @Whole('At least so many whole months overdue.')
  minMonthsOverdue?: number;

  @Whole('At most so many whole months overdue.')
  maxMonthsOverdue?: number;

  @Whole('A commission of at least so many basis points.')
  minCommissionBps?: number;

  @Whole('A commission of at most so many basis points.')
  maxCommissionBps?: number;

  @Whole('Evidence at least so complete, in basis points.')
  minEvidenceBps?: number;
}
