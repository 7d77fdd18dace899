import { InputType } from '@nestjs/graphql';
import { CountField, FenField, NestedList } from '../../platform/faces/index.js';
import type { CaseDraft } from './case-draft.js';

@InputType({ description: 'A rate for older or larger cases. Set at least one of the two conditions.' })
export class CommissionTierInput {
  @CountField({
    nullable: true,
    min: 0,
    description: 'Applies from this many whole months overdue; null means any age.',
  })
  minMonthsOverdue?: number | null;
  @FenField({ nullable: true, description: 'Applies from this amount in fen; null means any amount.' })
  minAmountFen?: bigint | null;
  @CountField({ description: 'The rate in basis points.' }) bps!: number;
}

@InputType({
  description: 'The commission that a creditor offers on recovered amounts, within the bounds of the platform.',
})
export class CommissionOfferInput {
  @CountField({ description: 'Base rate in basis points.' }) bps!: number;
  @NestedList(() => CommissionTierInput, {
    nullable: true,
    maxItems: 50,
    description: 'Tiers from general to special; the last match applies.',
  })
  tiers?: CommissionTierInput[] | null;
}

export function offerFrom({ bps, tiers }: CommissionOfferInput): CaseDraft['offer'] {
  const read = (tier: CommissionTierInput) => ({
    ...(tier.minMonthsOverdue == null ? {} : { minMonthsOverdue: tier.minMonthsOverdue }),
    ...(tier.minAmountFen == null ? {} : { minAmountFen: tier.minAmountFen }),
    bps: tier.bps,
  });
  return { commissionBps: bps, tiers: (tiers ?? []).map(read) };
}
