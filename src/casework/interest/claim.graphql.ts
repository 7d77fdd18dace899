import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Fen, fill } from '../../kernel/index.js';
import { DayScalar, FenScalar, JsonObjectScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { CLAIM_PHASE, CLAIM_RULE } from './claim.words.js';
import { CLAIM_NOTES, type ClaimNote } from './claim-notes.js';
import type { Claim, ClaimSegment } from './claim-shape.js';
import { type CourtFees, courtFeesOf } from './court-fees.policy.js';
import { percentOf } from './interest.policy.js';

export const ClaimRuleEnum = wordsEnum('ClaimRule', 'The rule by which a claim is computed.', CLAIM_RULE.meanings);
export const ClaimPhaseEnum = wordsEnum('ClaimPhase', 'When interest of a claim ran.', CLAIM_PHASE.meanings);

@ObjectType('ClaimSegment', {
  description: 'One step of the arithmetic: amount × rate × days, divided by the days of the year, rounded half up.',
})
export class ClaimSegmentView {
  @Field(() => Int, { description: 'Number of the line of the case, from 1.' }) lineNumber!: number;
  @Field(() => ClaimPhaseEnum, { description: 'Before or after the due day.' }) phase!: string;
  @Field(() => DayScalar, { description: 'The first day, which counts.' }) from!: string;
  @Field(() => DayScalar, { description: 'The last day, which does not count.' }) to!: string;
  @Field(() => Int, { description: 'The days that count.' }) days!: number;
  @Field(() => FenScalar, { description: 'What bears interest, in fen.' }) amountFen!: bigint;
  @Field(() => String, { description: 'The rate, such as `5.005 %`.' }) rate!: string;
  @Field(() => Int, { description: 'The days that the rate is for: 365 or 360 of a year, 1 of a day.' })
  rateDays!: number;
  @Field(() => FenScalar, { description: 'The interest, rounded half up to the fen.' }) interestFen!: bigint;
}

@ObjectType('ClaimNote', { description: 'What a reader of a claim should know besides its arithmetic.' })
export class ClaimNoteView {
  @Field(() => String, { description: 'Code of the note, such as SME_FLOOR. It never changes meaning.' }) code!: string;
  @Field(() => String, { description: 'The text in English.' }) en!: string;
  @Field(() => String, { description: 'The text in Chinese.' }) zh!: string;
  @Field(() => JsonObjectScalar, { description: 'The values in the text.' }) params!: Record<string, unknown>;
}

@ObjectType('CourtFees', { description: 'What the courts take for a claim (State Council Decree 481).' })
export class CourtFeesView {
  @Field(() => FenScalar, {
    description: 'The amount they are for, in fen: principal and allowed charges that no payment covered.',
  })
  amountFen!: bigint;
  @Field(() => FenScalar, { description: 'Acceptance fee of a suit, in fen.' }) acceptanceFen!: bigint;
  @Field(() => FenScalar, { description: 'Half of it: mediation, withdrawal, simplified procedure; in fen.' })
  halvedFen!: bigint;
  @Field(() => FenScalar, { description: 'Application for a payment order, a third of it; in fen.' })
  paymentOrderFen!: bigint;
  @Field(() => FenScalar, { description: 'Preservation of property, in fen.' }) preservationFen!: bigint;
  @Field(() => FenScalar, { description: 'Application for enforcement, in fen.' }) enforcementFen!: bigint;
}

@ObjectType('Claim', {
  description: 'Interest and charges on a debt up to a day: what is asked, what the law allows, and the arithmetic.',
})
export class ClaimView {
  @Field(() => ClaimRuleEnum, { description: 'The rule that applies.' }) rule!: string;
  @Field(() => DayScalar, { description: 'Computed up to this day, which does not count.' }) until!: string;
  @Field(() => FenScalar, { description: 'The principal still owed, which bears interest, in fen.' })
  principalFen!: bigint;
  @Field(() => FenScalar, {
    description: 'Interest and charges asked, in fen: those stated; if none are, those of the terms.',
  })
  askedFen!: bigint;
  @Field(() => FenScalar, { description: 'What the law allows, in fen: the sum of `segments` and `feesFen`.' })
  allowedFen!: bigint;
  @Field(() => FenScalar, { description: 'What was confirmed as paid since the debt was posted, in fen.' })
  receivedFen!: bigint;
  @Field(() => FenScalar, {
    description: 'What payments covered of `allowedFen`, charges before principal (Civil Code art. 561), in fen.',
  })
  coveredFen!: bigint;
  @Field(() => FenScalar, { nullable: true, description: 'The cap over the same days, in fen; null without a cap.' })
  capFen!: bigint | null;
  @Field(() => FenScalar, { description: 'What is asked beyond it and not protected, in fen.' }) excessFen!: bigint;
  @Field(() => FenScalar, {
    nullable: true,
    description: 'The least that a court grants where it chooses within bounds, in fen; null elsewhere.',
  })
  leastFen!: bigint | null;
  @Field(() => Int, { nullable: true, description: 'The highest rate asked, in basis points a year.' })
  askedRateBps!: number | null;
  @Field(() => String, { nullable: true, description: 'The cap of the last days a year, such as `13.80 %`.' })
  capRate!: string | null;
  @Field(() => [ClaimSegmentView], { description: 'The steps of what is allowed.' }) segments!: ClaimSegmentView[];
  @Field(() => FenScalar, { description: 'Allowed charges that are no rate, in fen.' }) feesFen!: bigint;
  @Field(() => [ClaimSegmentView], { description: 'The steps of the cap; empty without one.' })
  capSegments!: ClaimSegmentView[];
  @Field(() => [ClaimNoteView], { description: 'What else a reader should know.' }) notes!: ClaimNoteView[];
  @Field(() => CourtFeesView, {
    description: 'What a suit over what is still owed of principal and allowed charges costs.',
  })
  courtFees!: CourtFeesView;
}

/** A claim for its readers; `lineNumbers` are those of the lines that it was computed from. */
export function claimView(claim: Claim, lineNumbers: readonly number[]): ClaimView {
  const { rule, until, principalFen, askedFen, allowedFen, capFen, excessFen, leastFen, askedRateBps } = claim;
  const { receivedFen, coveredFen } = claim;
  const segments = (steps: readonly ClaimSegment[]) => steps.map((step) => segmentView(step, lineNumbers));
  return viewOf(ClaimView, {
    ...{ rule, until, principalFen, askedFen, allowedFen, capFen, excessFen, leastFen, askedRateBps },
    ...{ receivedFen, coveredFen },
    capRate: claim.capRate && percentOf(claim.capRate),
    segments: segments(claim.allowed.segments),
    feesFen: claim.allowed.feesFen,
    capSegments: segments(claim.cap?.segments ?? []),
    notes: claim.notes.map(noteView),
    courtFees: feesView(principalFen + allowedFen - coveredFen),
  });
}

function segmentView(step: ClaimSegment, lineNumbers: readonly number[]): ClaimSegmentView {
  const { phase, from, to, days, amountFen, rate, interestFen, line } = step;
  const lineNumber = lineNumbers[line] ?? line + 1;
  return viewOf(ClaimSegmentView, {
    ...{ lineNumber, phase, from, to, days, amountFen, interestFen },
    ...{ rate: percentOf(rate), rateDays: rate.days },
  });
}

function noteView({ code, params }: ClaimNote): ClaimNoteView {
  const texts = CLAIM_NOTES[code];
  return { code, en: fill(texts, 'en', params), zh: fill(texts, 'zh-CN', params), params };
}

function feesView(amountFen: Fen): CourtFeesView {
  const fees: CourtFees = courtFeesOf(amountFen);
  return viewOf(CourtFeesView, { amountFen, ...fees });
}
