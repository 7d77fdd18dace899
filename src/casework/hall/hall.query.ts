import {
  CountField,
  FenField,
  FlagField,
  ListQuery,
  TextField,
  TextsField,
  WordField,
  WordsField,
} from '../../platform/faces/index.js';
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
import { MATTER, type Matter } from '../debt/index.js';
import { AMOUNT_BANDS, type AmountBand, HALL_SORTS, type HallSort } from './hall.policy.js';
import type { HallFilter } from './hall-filter.policy.js';

const LISTED = { nullable: true, inQuery: 'list' } as const;
const COUNT = { nullable: true, inQuery: true };

/** The filter, order and page of the hall as a REST query. `criteriaOf` checks the ranges. */
export class HallQuery extends ListQuery implements HallFilter {
  @WordField(HALL_SORTS, { nullable: true, description: 'The order; NEWEST by default. Cursors belong to one order.' })
  sort?: HallSort;
  @WordsField(DEBT_CATEGORIES, { ...LISTED, description: 'Any of these categories.' }) categories?: DebtCategory[];
  @WordsField(SERVICE_LINES, { ...LISTED, description: 'Any of these service lines.' }) serviceLines?: ServiceLine[];
  @TextsField({ ...LISTED, description: 'Any of these provinces, by GB/T 2260 code such as 440000.' })
  provinces?: string[];
  @TextField({ nullable: true, description: 'The first 2 to 6 digits of a region code.' }) regionPrefix?: string;
  @WordField(DEBTOR_KINDS, { nullable: true, description: 'Only debtors of this kind.' }) debtorKind?: DebtorKind;
  @WordsField(CASE_GRADES, { ...LISTED, description: 'Any of these grades.' }) grades?: CaseGrade[];
  @WordsField(AMOUNT_BANDS, { ...LISTED, description: 'Any of these amount bands.' }) amountBands?: AmountBand[];
  @FenField({ nullable: true, description: 'At least this amount, in fen; not for creditors.' }) minAmountFen?: bigint;
  @FenField({ nullable: true, description: 'At most this amount, in fen; not for creditors.' }) maxAmountFen?: bigint;
  @CountField({ ...COUNT, description: 'At least this many whole months overdue.' }) minMonthsOverdue?: number;
  @CountField({ ...COUNT, description: 'At most this many whole months overdue.' }) maxMonthsOverdue?: number;
  @CountField({ ...COUNT, description: 'At least this commission, in basis points.' }) minCommissionBps?: number;
  @CountField({ ...COUNT, description: 'At most this commission, in basis points.' }) maxCommissionBps?: number;
  @CountField({ ...COUNT, description: 'At least this completeness of evidence, in basis points.' })
  minEvidenceBps?: number;
  @WordsField(MATTER.codes, { ...LISTED, description: 'Any of these matters.' }) matters?: Matter[];
  @FlagField({ ...COUNT, description: 'Only cases that law firms may take for a contingency fee, or only others.' })
  openToLawFirms?: boolean;
}
