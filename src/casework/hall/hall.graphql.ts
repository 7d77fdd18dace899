import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  type ConnectionOf,
  connectionOf,
  FenScalar,
  InstantScalar,
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
  type ServiceLine,
  ServiceLineEnum,
} from '../admission/index.js';
import type { AmountBand, HallSort } from './hall.policy.js';
import type { HallCase } from './hall-case.js';
import type { HallFilter } from './hall-filter.policy.js';
import type { HallPage } from './hall-page.js';

export const AmountBandEnum = wordsEnum<AmountBand>(
  'AmountBand',
  'About how much is owed, in CNY; each band starts at its lower amount and ends below its upper one.',
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
  'The order of the hall. Cursors belong to one order. Sorting by amount is for those who see amounts.',
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
  description:
    'A listed case as the hall shows it: enough to decide on a grab, nothing that points to debtor or creditor.',
})
export class HallCaseView implements HallCase {
  @Field(() => ID, { description: 'The case; give it to `grabCase`.' })
  readonly id!: string;
  @Field(() => DebtCategoryEnum, { description: 'What kind of debt it is.' })
  readonly category!: DebtCategory;
  @Field(() => ServiceLineEnum, { description: 'What the creditor asks for.' })
  readonly serviceLine!: ServiceLine;
  @Field(() => String, { nullable: true, description: "GB/T 2260 code of the debtor's province, `440000`." })
  readonly provinceCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The province in Chinese.' })
  readonly provinceName!: string | null;
  @Field(() => String, { nullable: true, description: 'The province in English.' })
  readonly provinceNameEn!: string | null;
  @Field(() => FenScalar, {
    nullable: true,
    description: 'What is still to be recovered, in fen; null for those who see only its band.',
  })
  readonly amountFen!: bigint | null;
  @Field(() => AmountBandEnum, { description: 'About how much is still to be recovered.' })
  readonly amountBand!: AmountBand;
  @Field(() => Int, { description: 'Whole months since it was due.' })
  readonly monthsOverdue!: number;
  @Field(() => Int, {
    description: 'The commission offered on what is recovered, in basis points; frozen at the grab.',
  })
  readonly commissionBps!: number;
  @Field(() => Int, { description: 'How complete its evidence is, in basis points.' })
  readonly evidenceBps!: number;
  @Field(() => Int, { description: 'How recoverable it is, 0 to 100.' })
  readonly score!: number;
  @Field(() => CaseGradeEnum, { description: 'The grade of its score.' })
  readonly grade!: CaseGrade;
  @Field(() => DebtorKindEnum, { description: 'Whether an enterprise or a person owes.' })
  readonly debtorKind!: DebtorKind;
  @Field(() => InstantScalar, { description: 'When it was listed.' })
  readonly listedAt!: Date;
}

@InputType('HallFilter', {
  description:
    'What listings must fulfil; everything given must hold. Left out, null and an empty list do not restrict.',
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
    description: 'The first 2 to 6 digits of a region code: `4403` for a city with all its districts.',
  })
  regionPrefix?: string | null;
  @Field(() => DebtorKindEnum, { nullable: true, description: 'Only debtors of this kind.' })
  debtorKind?: DebtorKind | null;
  @Field(() => [CaseGradeEnum], { nullable: true, description: 'Any of these grades.' }) grades?: CaseGrade[] | null;
  @Field(() => [AmountBandEnum], { nullable: true, description: 'Any of these bands of amounts.' })
  amountBands?: AmountBand[] | null;
  @Field(() => FenScalar, { nullable: true, description: 'At least this amount, in fen; for those who see amounts.' })
  minAmountFen?: bigint | null;
  @Field(() => FenScalar, { nullable: true, description: 'At most this amount, in fen; for those who see amounts.' })
  maxAmountFen?: bigint | null;
  @Field(() => Int, { nullable: true, description: 'At least so many whole months overdue.' })
  minMonthsOverdue?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most so many whole months overdue.' })
  maxMonthsOverdue?: number | null;
  @Field(() => Int, { nullable: true, description: 'A commission of at least so many basis points.' })
  minCommissionBps?: number | null;
  @Field(() => Int, { nullable: true, description: 'A commission of at most so many basis points.' })
  maxCommissionBps?: number | null;
  @Field(() => Int, { nullable: true, description: 'Evidence at least so complete, in basis points.' })
  minEvidenceBps?: number | null;
}

export const HallConnection = connectionOf('HallConnection', HallCaseView);

/** A page as a connection. Cursors of single nodes and the total cost nothing until they are asked for. */
export function hallConnection(page: HallPage): ConnectionOf<HallCaseView> {
  return new PageConnection(page.nodes as HallCaseView[], page, page.total, (index) => page.cursorAt(index));
}

/** A page as a REST list. */
export function hallList({ nodes, endCursor, hasNextPage }: HallPage): ListOf<HallCaseView> {
  return { data: nodes as HallCaseView[], nextCursor: hasNextPage ? endCursor : null, hasMore: hasNextPage };
}
