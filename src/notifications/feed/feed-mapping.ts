import { amountBand } from '../../casework/hall/index.js';
import {
  CaseClosed,
  CaseFrozen,
  CaseListed,
  CaseRejected,
  CaseRevised,
  CaseRevisionDecided,
  CaseRevisionProposed,
  CasesPosted,
  CaseUnfrozen,
  CaseWithdrawn,
  LineChangeDecided,
  LineChangeProposed,
  ListingChanged,
} from '../../events/cases.events.js';
import { ActivityLogged } from '../../events/collection.events.js';
import type { EventOf, EventType } from '../../events/define-event.js';
import { ClosingAnswered, ClosingProposed, GrabAccepted, GrabEnded, GrabTaken } from '../../events/grabs.events.js';
import { CaseBatchFinished, CaseBatchProgressed, CaseBatchReceived } from '../../events/intake.events.js';
import { publicId } from '../../kernel/index.js';
import { MONEY_MAPPINGS } from './feed-mapping-money.js';
import { REVIEW_MAPPINGS } from './feed-mapping-review.js';
import { type Mapping, numbersOf, of, type Row, toHall, toOrganisation, toReview } from './feed-rows.js';

type GrabEvent = EventOf<typeof GrabTaken>;

const idsOfGrab = ({ grabId, caseId, providerId, amountFen }: GrabEvent) => ({
  grabId: publicId('grab', grabId),
  caseId: publicId('case', caseId),
  providerId: publicId('organisation', providerId),
  amountFen,
});
/** Both parties get what the grab itself shows them; the row of the holder does not name the creditor. */
const toBoth = (type: string, event: GrabEvent, more: Record<string, unknown> = {}) =>
  [event.creditorId, event.providerId].map((id) => toOrganisation(id, type, event, { ...idsOfGrab(event), ...more }));
const leftHall = (event: { caseId: string; creditorId: string }, reason: string) =>
  toHall(event.creditorId, 'case.unlisted', event, { caseId: publicId('case', event.caseId), reason });

/** The creditor of a case and its holder, if any. */
function toParties(
  type: string,
  event: { caseId: string; creditorId: string; providerId: string | null },
  more: Record<string, unknown>,
): Row[] {
  const data = { caseId: publicId('case', event.caseId), ...more };
  const parties = event.providerId ? [event.creditorId, event.providerId] : [event.creditorId];
  return parties.map((id) => toOrganisation(id, type, event, data));
}

type Posted = EventOf<typeof CasesPosted>;

function postedRows(one: Posted['cases'][number], { creditorId, batchId }: Posted): Row[] {
  const { caseId, number, state, category, outstandingFen, serviceLine, commissionBps, grade } = one;
  const data = { caseId: publicId('case', caseId), number, state, category, outstandingFen };
  const said = { ...data, batchId: batchId && publicId('batch', batchId) };
  const own = toOrganisation(creditorId, 'case.posted', { caseId, batchId }, said);
  if (state !== 'listed') return [own, toReview(creditorId, 'case.posted', { caseId }, { ...data, batchId: null })];
  const offer = { caseId, creditorId, category, serviceLine, amountFen: outstandingFen, commissionBps, grade };
  return [own, ...listedRows({ ...offer, again: false })];
}

function listedRows(event: Omit<EventOf<typeof CaseListed>, 'meta'>): Row[] {
  const { category, serviceLine, amountFen, commissionBps, grade, again } = event;
  const data = {
    caseId: publicId('case', event.caseId),
    amountBand: amountBand(BigInt(amountFen)),
    ...{ category, serviceLine, amountFen, commissionBps, grade, again },
  };
  return [
    toOrganisation(event.creditorId, 'case.listed', { caseId: event.caseId }, data),
    toHall(event.creditorId, 'case.listed', { caseId: event.caseId }, data),
  ];
}

function revisionRows(type: string, event: EventOf<typeof CaseRevisionProposed>, more: Record<string, unknown> = {}) {
  const { fromFen, outstandingFen } = event;
  const data = { caseId: publicId('case', event.caseId), fromFen, outstandingFen, ...more };
  const readers = [event.creditorId, ...(event.providerId === null ? [] : [event.providerId])];
  return readers.map((id) => toOrganisation(id, type, event, data));
}

function lineChangeRows(type: string, event: EventOf<typeof LineChangeProposed>, more: Record<string, unknown> = {}) {
  const { act, fromFen, outstandingFen } = event;
  const ids = { changeId: publicId('lineChange', event.changeId), caseId: publicId('case', event.caseId) };
  const data = { ...ids, act, fromFen, outstandingFen, ...more };
  return [event.creditorId, event.providerId].map((id) => toOrganisation(id, type, event, data));
}

const CASE_MAPPINGS: readonly Mapping[] = [
  of(CasesPosted, (event) => event.cases.flatMap((one) => postedRows(one, event))),
  of(CaseListed, listedRows),
  of(CaseRevised, (event) => {
    const data = { caseId: publicId('case', event.caseId), state: event.state, outstandingFen: event.amountFen };
    return [toOrganisation(event.creditorId, 'case.revised', event, data)];
  }),
  of(ListingChanged, (event) => {
    const { category, serviceLine, amountFen, commissionBps, grade } = event;
    const amount = { amountFen, amountBand: amountBand(BigInt(amountFen)) };
    const data = { caseId: publicId('case', event.caseId), category, serviceLine, ...amount, commissionBps, grade };
    return [toHall(event.creditorId, 'case.changed', { caseId: event.caseId }, data)];
  }),
  of(CaseFrozen, (event) => {
    const rows = toParties('case.frozen', event, { reasonCode: event.reasonCode });
    return event.leftHall ? [...rows, leftHall(event, 'frozen')] : rows;
  }),
  of(CaseUnfrozen, (event) => toParties('case.unfrozen', event, { reasonCode: event.reasonCode, state: event.state })),
  of(CaseRevisionProposed, (event) => revisionRows('case-revision.proposed', event)),
  of(CaseRevisionDecided, (event) => revisionRows('case-revision.decided', event, { state: event.state })),
  of(LineChangeProposed, (event) => lineChangeRows('case-line-change.proposed', event)),
  of(LineChangeDecided, (event) => lineChangeRows('case-line-change.decided', event, { state: event.state })),
  of(CaseRejected, (event) => {
    const data = { caseId: publicId('case', event.caseId), reasonCodes: event.reasonCodes };
    return [
      toOrganisation(event.creditorId, 'case.rejected', event, data),
      toReview(event.creditorId, 'case.rejected', event, data),
    ];
  }),
  of(CaseWithdrawn, (event) => {
    const data = { caseId: publicId('case', event.caseId), reasonCode: event.reasonCode };
    const own = toOrganisation(event.creditorId, 'case.withdrawn', event, data);
    return event.leftHall ? [own, leftHall(event, 'withdrawn')] : [own];
  }),
  of(CaseClosed, (event) => {
    const { closeCode, state, recoveredFen, outstandingFen } = event;
    const data = { caseId: publicId('case', event.caseId), closeCode, state, recoveredFen, outstandingFen };
    const own = toOrganisation(event.creditorId, 'case.closed', event, data);
    return event.leftHall ? [own, leftHall(event, 'closed')] : [own];
  }),
];

const GRAB_MAPPINGS: readonly Mapping[] = [
  of(GrabTaken, (event) => [...toBoth('grab.taken', event), leftHall(event, 'grabbed')]),
  of(GrabAccepted, (event) => toBoth('grab.accepted', event)),
  of(ClosingProposed, (event) => {
    const { closeCode, closesAt } = event;
    return toBoth('closing.proposed', event, { closeCode, closesAt });
  }),
  of(ClosingAnswered, (event) => {
    const { closeCode, answer } = event;
    return toBoth('closing.answered', event, { closeCode, answer });
  }),
  of(GrabEnded, (event) => {
    const { state, reason, points } = event;
    const data = { ...idsOfGrab(event), state, reason };
    return [
      toOrganisation(event.creditorId, 'grab.ended', event, { ...data, points: null }),
      toOrganisation(event.providerId, 'grab.ended', event, { ...data, points }),
    ];
  }),
  of(ActivityLogged, (event) => {
    const { kind, outcome } = event;
    const ids = { caseId: publicId('case', event.caseId), grabId: publicId('grab', event.grabId) };
    const data = { activityId: publicId('activity', event.activityId), ...ids, kind, outcome };
    return [event.creditorId, event.providerId].map((id) => toOrganisation(id, 'activity.recorded', event, data));
  }),
];

const IMPORT_MAPPINGS: readonly Mapping[] = [
  of(CaseBatchReceived, (event) => {
    const data = { batchId: publicId('batch', event.batchId), totalRows: event.totalRows ?? null };
    return [toOrganisation(event.creditorId, 'import.received', event, data)];
  }),
  of(CaseBatchProgressed, (event) => {
    const data = { batchId: publicId('batch', event.batchId), dryRun: event.dryRun, counts: numbersOf(event) };
    return [toOrganisation(event.creditorId, 'import.progressed', event, data)];
  }),
  of(CaseBatchFinished, (event) => {
    const { state, dryRun } = event;
    const data = { batchId: publicId('batch', event.batchId), state, dryRun, counts: numbersOf(event) };
    return [toOrganisation(event.creditorId, 'import.finished', event, data)];
  }),
];

const ALL = [...CASE_MAPPINGS, ...GRAB_MAPPINGS, ...IMPORT_MAPPINGS, ...MONEY_MAPPINGS, ...REVIEW_MAPPINGS];
/** The rows that each domain event makes, by name of the event. */
export const MAPPINGS: ReadonlyMap<string, Mapping> = new Map(ALL.map((mapping) => [mapping.event.name, mapping]));

/** The domain events that make public events. */
export const MAPPED_EVENTS: readonly EventType[] = ALL.map((mapping) => mapping.event);
