import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Day, monthsBetween, PROVINCES, publicId } from '../../kernel/index.js';
import { FenScalar, InstantScalar, wordsEnum } from '../../platform/faces/index.js';
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
import { contingencyForbidden, type Matter } from '../debt/index.js';
import { type AmountBand, amountBand, type HallSight } from './hall.policy.js';
import type { HallRow } from './hall-row.js';

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

/** A listing as a sight shows it. */
@ObjectType('HallCase', {
  description: 'A listed case as the hall shows it, without anything that identifies debtor or creditor.',
})
export class HallCaseView {
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
  @Field(() => MatterEnum, { nullable: true, description: 'What the case is about; null when not stated.' })
  readonly matter!: Matter | null;
  @Field(() => Boolean, {
    description:
      'Whether law firms may take it for a contingency fee, which commissions are: not in the matters of 司发通〔2021〕87号 item 4.',
  })
  readonly openToLawFirms!: boolean;
  @Field(() => InstantScalar, { description: 'When the case was listed.' }) readonly listedAt!: Date;
}

const PROVINCE = new Map(PROVINCES.map((province) => [province.code, province]));

/** Listings as this sight shows them. */
export function hallCases(rows: readonly HallRow[], today: Day, sight: HallSight): readonly HallCaseView[] {
  return rows.map((row) => hallCase(row, today, sight));
}

function hallCase(row: HallRow, today: Day, sight: HallSight): HallCaseView {
  const province = row.province === null ? undefined : PROVINCE.get(row.province);
  return {
    id: publicId('case', row.id),
    category: row.category,
    serviceLine: row.serviceLine,
    provinceCode: row.province,
    provinceName: province?.zh ?? null,
    provinceNameEn: province?.en ?? null,
    amountFen: sight === 'exact' ? row.amountFen : null,
    amountBand: amountBand(row.amountFen),
    monthsOverdue: monthsBetween(row.dueOn, today),
    commissionBps: row.commissionBps,
    evidenceBps: row.evidenceBps,
    score: row.score,
    grade: row.grade,
    debtorKind: row.debtorKind,
    matter: row.matter,
    openToLawFirms: !contingencyForbidden(row.matter),
    listedAt: row.listedAt,
  };
}
