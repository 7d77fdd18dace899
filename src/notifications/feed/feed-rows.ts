import type { EventOf, EventType } from '../../events/define-event.js';
import type { Audience, NewFeedEvent } from './feed.types.js';

/** A row without what every row of one event has. */
export type Row = Omit<NewFeedEvent, 'occurredAt'>;

/** What a domain event says, and to whom. */
export interface Mapping {
  readonly event: EventType;
  rows(event: EventOf<EventType>): Row[];
}

/** Ties a mapping to its event. */
export function of<E extends EventType>(event: E, rows: (event: EventOf<E>) => Row[]): Mapping {
  return { event, rows: rows as Mapping['rows'] };
}

interface About {
  readonly caseId?: string | null;
  readonly batchId?: string | null;
}
type Data = Record<string, unknown>;

/** To one organisation: its own copy, which says no more than its API shows it. */
export function toOrganisation(organisationId: string, type: string, about: About, data: Data): Row {
  return row(type, 'organisation', organisationId, organisationId, about, data);
}

/** To everybody in the hall. Whose case it is decides only in which world, live or a sandbox. */
export function toHall(creditorId: string, type: string, about: About, data: Data): Row {
  return { ...row(type, 'hall', null, creditorId, about, data), batchId: null };
}

/** To the platform's reviewers. */
export function toReview(organisationId: string, type: string, about: About, data: Data): Row {
  return row(type, 'review', null, organisationId, about, data);
}

/** The counts among an event's fields. */
export function numbersOf(event: object): Record<string, number> {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => typeof value === 'number'));
}

function row(
  type: string,
  audience: Audience,
  organisationId: string | null,
  ofOrganisation: string,
  { caseId = null, batchId = null }: About,
  data: Data,
): Row {
  return { type, audience, organisationId, ofOrganisation, caseId, batchId, data };
}
