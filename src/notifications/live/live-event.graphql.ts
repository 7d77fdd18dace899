import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CaseGradeEnum, DebtCategoryEnum, ServiceLineEnum } from '../../casework/admission/index.js';
import type { HallSight } from '../../casework/hall/index.js';
import { publicId } from '../../kernel/index.js';
import { InstantScalar, JsonObjectScalar, viewOf, WordsField } from '../../platform/faces/index.js';
import type { FeedEvent } from '../feed/index.js';
import type { HallEventFilter } from './hall-events.policy.js';

@ObjectType('LiveEvent', { description: 'A public event, with what the receiver may know of it.' })
export class LiveEventView {
  @Field(() => ID, { description: 'The event, evt_…; the same on every stream and webhook.' }) id!: string;
  @Field(() => String, { description: 'Its position; give it as `after` to miss no event.' }) cursor!: string;
  @Field(() => String, { description: 'Its type, such as `case.listed`; see webhookEventTypes.' }) type!: string;
  @Field(() => InstantScalar, { description: 'When it happened.' }) occurredAt!: Date;
  @Field(() => ID, { nullable: true, description: 'The case it is about, if any.' }) caseId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The batch it is about, if any.' }) batchId!: string | null;
  @Field(() => JsonObjectScalar, { description: 'Ids, amounts in fen as strings, codes; no personal data.' })
  data!: Record<string, unknown>;
}

@InputType('HallEventFilter', { description: 'Which entering cases to receive; case.unlisted comes for every case.' })
export class HallEventFilterInput implements HallEventFilter {
  @WordsField(DebtCategoryEnum, { nullable: true, description: 'Only these debt kinds.' }) categories?: string[] | null;
  @WordsField(ServiceLineEnum, { nullable: true, description: 'Only these services.' }) serviceLines?: string[] | null;
  @WordsField(CaseGradeEnum, { nullable: true, description: 'Only these grades.' }) grades?: string[] | null;
}

/** One object per event and sight, so that an event for many receivers is converted once. */
const views = new WeakMap<FeedEvent, { whole?: LiveEventView; banded?: LiveEventView }>();

/** An event for receivers that see all of it. */
export function liveEventView(event: FeedEvent): LiveEventView {
  const known = viewsOf(event);
  known.whole ??= eventView(event, event.data);
  return known.whole;
}

/** An event of the hall for one sight: a receiver that sees bands gets no amount. */
export function hallEventView(event: FeedEvent, sight: HallSight): LiveEventView {
  if (sight === 'exact' || !('amountFen' in event.data)) return liveEventView(event);
  const known = viewsOf(event);
  known.banded ??= eventView(event, { ...event.data, amountFen: null });
  return known.banded;
}

function viewsOf(event: FeedEvent) {
  const known = views.get(event) ?? {};
  views.set(event, known);
  return known;
}

function eventView(event: FeedEvent, data: Record<string, unknown>): LiveEventView {
  return Object.freeze(
    viewOf(LiveEventView, {
      id: publicId('event', event.eventId),
      cursor: event.cursor,
      ...{ type: event.type, occurredAt: event.occurredAt, data },
      caseId: event.caseId && publicId('case', event.caseId),
      batchId: event.batchId && publicId('batch', event.batchId),
    }),
  );
}
