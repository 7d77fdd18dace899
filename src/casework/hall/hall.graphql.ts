import { Field, InputType, Int } from '@nestjs/graphql';
import {
  type ConnectionOf,
  connectionOf,
  FenScalar,
  type ListOf,
  PageConnection,
  wordsEnum,
} from '../../platform/faces/index.js';
import {
  type CaseGrade,
  CaseGradeEnum,
  type DebtCategory,
  DebtCategoryEnum,
  type DebtorKind,
  DebtorKindEnum,
  MatterEnum,
  type ServiceLine,
  ServiceLineEnum,
} from '../admission/index.js';
import type { Matter } from '../debt/index.js';
import type { AmountBand, HallSort } from './hall.policy.js';
import { AmountBandEnum, HallCaseView } from './hall-case.js';
import type { HallFilter } from './hall-filter.policy.js';
import type { HallPage } from './hall-page.js';

export const HallSortEnum = wordsEnum<HallSort>(
  'HallSort',
  'The order of the hall. A cursor is valid for one order. Only callers that see amounts may sort by amount.',
  {
    NEWEST: 'Latest listed first.',
    OLDEST: 'Longest listed first.',
    AMOUNT_DESC: 'Largest amount first.',
    AMOUNT_ASC: 'Smallest amount first.',
    COMMISSION_DESC: 'Highest commission rate first.',
    SCORE_DESC: 'Best score first.',
    OVERDUE_LONGEST: 'Longest overdue first.',
    OVERDUE_SHORTEST: 'Shortest overdue first.',
  },
);

@InputType('HallFilter', {
  description:
    'Conditions on listings, all of which must be met. One left out, null or an empty list does not restrict.',
})
export class HallFilterInput implements HallFilter {
  @Field(() => [DebtCategoryEnum], { nullable: true, description: 'Any of these categories.' })
  categories?: DebtCategory[] | null;
  @Field(() => [ServiceLineEnum], { nullable: true, description: 'Any of these service lines.' })
  serviceLines?: ServiceLine[] | null;
  @Field(() => [String], { nullable: true, description: 'Any of these provinces, by GB/T 2260 code such as `440000`.' })
  provinces?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'The first 2 to 6 digits of a region code, such as `4403` for a city.',
  })
  regionPrefix?: string | null;
  @Field(() => DebtorKindEnum, { nullable: true, description: 'Only debtors of this kind.' })
  debtorKind?: DebtorKind | null;
  @Field(() => [CaseGradeEnum], { nullable: true, description: 'Any of these grades.' }) grades?: CaseGrade[] | null;
  @Field(() => [AmountBandEnum], { nullable: true, description: 'Any of these amount bands.' })
  amountBands?: AmountBand[] | null;
  @Field(() => FenScalar, { nullable: true, description: 'At least this amount, in fen; not for creditors.' })
  minAmountFen?: bigint | null;
  @Field(() => FenScalar, { nullable: true, description: 'At most this amount, in fen; not for creditors.' })
  maxAmountFen?: bigint | null;
  @Field(() => Int, { nullable: true, description: 'At least this many whole months overdue.' })
  minMonthsOverdue?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most this many whole months overdue.' })
  maxMonthsOverdue?: number | null;
  @Field(() => Int, { nullable: true, description: 'At least this commission, in basis points.' })
  minCommissionBps?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most this commission, in basis points.' })
  maxCommissionBps?: number | null;
  @Field(() => Int, { nullable: true, description: 'At least this completeness of evidence, in basis points.' })
  minEvidenceBps?: number | null;
  @Field(() => [MatterEnum], { nullable: true, description: 'Any of these matters.' }) matters?: Matter[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only cases that law firms may take for a contingency fee, or only others.',
  })
  openToLawFirms?: boolean | null;
}

export const HallConnection = connectionOf('HallConnection', HallCaseView);

/** A page as a connection. Cursors of single nodes and the total are computed only when they are selected. */
export function hallConnection(page: HallPage): ConnectionOf<HallCaseView> {
  return new PageConnection(page.nodes as HallCaseView[], page, page.total, (index) => page.cursorAt(index));
}

/** A page as a REST list. */
export function hallList({ nodes, endCursor, hasNextPage }: HallPage): ListOf<HallCaseView> {
  return { data: nodes as HallCaseView[], nextCursor: hasNextPage ? endCursor : null, hasMore: hasNextPage };
}
