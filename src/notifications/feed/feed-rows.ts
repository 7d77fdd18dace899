import type { EventOf, EventType } from '../../events/define-event.js';
import type { Audience, NewFeedEvent } from './feed.types.js';

/** A row without the instant, which all rows of one domain event share. */
export type Row = Omit<NewFeedEvent, 'occurredAt'>;

/** The rows that a domain event makes. */
export interface Mapping {
  readonly event: EventType;
  rows(event: EventOf<EventType>): Row[];
}

/** Makes the mapping of an event. */
export function of<E extends EventType>(event: E, rows: (event: EventOf<E>) => Row[]): Mapping {
  return { event, rows: rows as Mapping['rows'] };
}

interface Subject {
  readonly caseId?: string | null;
  readonly batchId?: string | null;
}
type Data = Record<string, unknown>;

/** For one organisation: its own row, which holds no more than the API shows it. */
export function toOrganisation(organisationId: string, type: string, about: Subject, data: Data): Row {
  return row(type, 'organisation', organisationId, organisationId, about, data);
}

/** For every provider in the hall. The creditor only decides in which sandbox, or live. */
export function toHall(creditorId: string, type: string, about: Subject, data: Data): Row {
  return { ...row(type, 'hall', null, creditorId, about, data), batchId: null };
}

/** For the platform's reviewers. */
export function toReview(organisationId: string, type: string, about: Subject, data: Data): Row {
  return row(type, 'review', null, organisationId, about, data);
}

/** The number fields of an event. */
export function numbersOf(event: object): Record<string, number> {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => typeof value === 'number'));
}

function row(
  type: string,
  audience: Audience,
  organisationId: string | null,
  ofOrganisation: string,
  { caseId = null, batchId = null }: Subject,
  data: Data,
): Row {
  return { type, audience, organisationId, ofOrganisation, caseId, batchId, data };
}
