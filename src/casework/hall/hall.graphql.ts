import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  type ConnectionOf,
  connectionOf,
  FenScalar,
  InstantScalar,
  type ListOf,
  wordsEnum,
} from '../../platform/faces/index.js';
import {
  type CaseGrade,
  CaseGradeEnum,
  type DebtCategory,
  DebtCategoryEnum,
  type DebtorKind,
  DebtorKindEnum,
  type ServiceLine,
  ServiceLineEnum,
} from '../admission/index.js';
import type { AmountBand, HallSort } from './hall.policy.js';
import type { HallPage } from './hall.reader.js';
import type { HallCase } from './hall-case.js';
import type { HallFilter } from './hall-filter.policy.js';

export const AmountBandEnum = wordsEnum<AmountBand>(
  'AmountBand',
  'The band of an amount in CNY: from its lower amount to below its upper one.',
  {
    under_10k: 'Less than 10,000.',
    from_10k_to_50k: '10,000 to 50,000.',
    from_50k_to_200k: '50,000 to 200,000.',
    from_200k_to_1m: '200,000 to 1,000,000.',
    from_1m_to_5m: '1,000,000 to 5,000,000.',
    from_5m: '5,000,000 or more.',
  },
);

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

@ObjectType('HallCase', {
  description: 'A listed case as the hall shows it, without anything that identifies debtor or creditor.',
})
export class HallCaseView implements HallCase {
  @Field(() => ID, { description: 'Id of the case, for `grabCase`.' }) readonly id!: string;
  @Field(() => DebtCategoryEnum, { description: 'What kind of debt it is.' }) readonly category!: DebtCategory;
  @Field(() => ServiceLineEnum, { description: 'The service that the creditor asks for.' })
  readonly serviceLine!: ServiceLine;
  @Field(() => String, { nullable: true, description: "GB/T 2260 code of the debtor's province, such as `440000`." })
  readonly provinceCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the province in Chinese; null when unknown.' })
  readonly provinceName!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the province in English; null when unknown.' })
  readonly provinceNameEn!: string | null;
  @Field(() => FenScalar, { nullable: true, description: 'Amount still to be recovered, in fen; null for creditors.' })
  readonly amountFen!: bigint | null;
  @Field(() => AmountBandEnum, { description: 'Band of the amount still to be recovered.' })
  readonly amountBand!: AmountBand;
  @Field(() => Int, { description: 'Whole months since the due day.' }) readonly monthsOverdue!: number;
  @Field(() => Int, { description: 'Commission offered, in basis points; frozen at the grab.' })
  readonly commissionBps!: number;
  @Field(() => Int, { description: 'Completeness of the evidence, 0 to 10,000 basis points.' })
  readonly evidenceBps!: number;
  @Field(() => Int, { description: 'Score: how likely a recovery is, 0 to 100.' }) readonly score!: number;
  @Field(() => CaseGradeEnum, { description: 'Grade of the score, `A` most likely to be recovered.' })
  readonly grade!: CaseGrade;
  @Field(() => DebtorKindEnum, { description: 'Whether the debtor is an enterprise or a person.' })
  readonly debtorKind!: DebtorKind;
  @Field(() => InstantScalar, { description: 'When the case was listed.' }) readonly listedAt!: Date;
}

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
}

export const HallConnection = connectionOf('HallConnection', HallCaseView);

/** A page as a connection. Cursors of single nodes and the total are computed only when they are selected. */
export function hallConnection(page: HallPage): ConnectionOf<HallCaseView> {
  return {
    nodes: page.nodes as HallCaseView[],
    get edges() {
      return page.nodes.map((node, index) => ({ node, cursor: page.cursorAt(index) }));
    },
    pageInfo: page,
    totalCount: page.total,
  };
}

/** A page as a REST list. */
export function hallList({ nodes, endCursor, hasNextPage }: HallPage): ListOf<HallCaseView> {
  return { data: nodes as HallCaseView[], nextCursor: hasNextPage ? endCursor : null, hasMore: hasNextPage };
}
