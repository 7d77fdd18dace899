import { z } from 'zod';
import { AMOUNT_BANDS } from '../../casework/hall/index.js';
import { code, count, type FeedType, feedTypes, fen, id } from './catalogue-fields.js';

const OWN = ['organisation'] as const;
const ofCases = feedTypes({ scope: 'cases:read' });
const ofGrabs = feedTypes({ scope: 'grabs:read' });
const amountFen = fen.describe('What was outstanding when it was grabbed, in fen.');
const dryRun = z.boolean().describe('Whether it was a rehearsal, in which no case was made.');
const grab = { grabId: id('grab'), caseId: id('case'), providerId: id('organisation'), amountFen };

/** What happens to cases, their grabs and the batches they come in. */
export const CASE_TYPES: readonly FeedType[] = [
  ofCases('case.posted', ['organisation', 'review'], 'A case was posted: it is in the hall, or waits for a reviewer.', {
    caseId: id('case'),
    number: z.string().describe('The human number, DC-2026-000187.'),
    batchId: id('batch').nullable(),
    state: z.enum(['listed', 'submitted']).describe('Where it stands.'),
    category: code('commercial_receivable').describe('The kind of debt.'),
    outstandingFen: fen.describe('What is to be recovered, in fen.'),
  }),
  ofCases('case.listed', ['organisation', 'hall'], 'A case entered the hall, or came back to it.', {
    caseId: id('case'),
    category: code('commercial_receivable').describe('The kind of debt.'),
    serviceLine: code('agency_dunning').describe('Collection or litigation.'),
    amountFen: fen.nullable().describe('What is to be recovered, in fen; null for those who see bands only.'),
    amountBand: z.enum(AMOUNT_BANDS).describe('The band the amount lies in.'),
    commissionBps: count.describe('The commission offered, in basis points.'),
    grade: code('B').describe('The grade of the case.'),
    again: z.boolean().describe('Whether it was in the hall before.'),
  }),
  ofCases('case.revised', OWN, 'The books of the creditor changed amounts or days of a case that nobody held.', {
    caseId: id('case'),
    state: code('listed').describe('Where it stands.'),
    outstandingFen: fen.describe('What is to be recovered now, in fen.'),
  }),
  ofCases('case.unlisted', ['hall'], 'A case left the hall.', {
    caseId: id('case'),
    reason: z.enum(['grabbed', 'withdrawn', 'closed']).describe('Why.'),
  }),
  ofCases('case.rejected', ['organisation', 'review'], 'A reviewer refused a case.', {
    caseId: id('case'),
    reasonCodes: z.array(code('EVIDENCE_UNREADABLE')).describe('Why.'),
  }),
  ofCases('case.withdrawn', OWN, 'The creditor took back a case that nobody held.', { caseId: id('case') }),
  ofCases('case.closed', OWN, 'Work on a case ended.', {
    caseId: id('case'),
    closeCode: code('partially_paid').describe('Why.'),
    state: code('partially_recovered').describe('Recovered, partially recovered or unrecovered.'),
    recoveredFen: fen.describe('What was recovered, in fen.'),
    outstandingFen: fen.describe('What was to be recovered, in fen.'),
  }),
  ofGrabs('grab.taken', OWN, 'A provider took a case; the terms are frozen.', grab),
  ofGrabs('grab.accepted', OWN, 'The holder accepted the entrustment.', grab),
  ofGrabs('grab.ended', OWN, 'A grab is over.', {
    ...grab,
    state: z.enum(['completed', 'returned', 'expired', 'recalled']).describe('How it ended.'),
    reason: code('no_activity').describe('Why: the close code, which deadline passed, or just the state.'),
    points: count.nullable().describe('What it cost the standing; null for the creditor.'),
  }),
  ofCases('activity.recorded', OWN, 'The holder did something on a case. What was said is not in the event.', {
    activityId: id('activity'),
    caseId: id('case'),
    grabId: id('grab'),
    kind: code('call').describe('How the case was worked.'),
    outcome: code('promised').describe('What came of it.'),
  }),
  ofCases('import.received', OWN, 'A batch of cases was stored; its rows are still to be read.', {
    batchId: id('batch'),
    totalRows: count.nullable().describe('How many rows it has, where that is known.'),
  }),
  ofCases('import.progressed', OWN, 'Rows of a batch were judged; the newest tells it all.', {
    batchId: id('batch'),
    dryRun,
    counts: z.record(z.string(), count).describe('How many rows were read, and what became of them.'),
  }),
  ofCases('import.finished', OWN, 'No row of the batch will change any more.', {
    batchId: id('batch'),
    state: code('completed').describe('How it ended.'),
    dryRun,
    counts: z.record(z.string(), count).describe('How many rows there were, and what became of them.'),
  }),
];
