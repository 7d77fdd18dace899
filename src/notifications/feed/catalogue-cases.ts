import { z } from 'zod';
import { AMOUNT_BANDS } from '../../casework/hall/index.js';
import { code, count, type FeedType, feedTypes, fen, id } from './catalogue-fields.js';

const OWN = ['organisation'] as const;
const ofCases = feedTypes({ scope: 'cases:read' });
const ofGrabs = feedTypes({ scope: 'grabs:read' });
/** Whoever may read the collection record itself. */
const ofCollection = feedTypes({ scope: 'collection:read' });
const amountFen = fen.describe('The outstanding amount when it was grabbed, in fen.');
const dryRun = z.boolean().describe('Whether it was a dry run, which makes no case.');
const grab = { grabId: id('grab'), caseId: id('case'), providerId: id('organisation'), amountFen };

const revision = {
  caseId: id('case'),
  fromFen: fen.describe('What the case was about, in fen.'),
  outstandingFen: fen.describe('What the books show that it is about, in fen.'),
};

const lineChange = {
  changeId: id('lineChange'),
  caseId: id('case'),
  act: code('add').describe('add, correct or withdraw; revise: all lines as the books show them.'),
  fromFen: fen.describe('What the case was about, in fen.'),
  outstandingFen: fen.describe('What it would be about, in fen.'),
};

/** Events of cases, their grabs and batches. */
export const CASE_TYPES: readonly FeedType[] = [
  ofCases('case.posted', ['organisation', 'review'], 'A case was posted: it is in the hall, or waits for a reviewer.', {
    caseId: id('case'),
    number: z.string().describe('The number for people, DC-2026-48210397.'),
    batchId: id('batch').nullable(),
    state: z.enum(['listed', 'submitted']).describe('Its state.'),
    category: code('commercial_receivable').describe('The kind of debt.'),
    outstandingFen: fen.describe('The outstanding amount, in fen.'),
  }),
  ofCases('case.listed', ['organisation', 'hall'], 'A case entered the hall, or came back to it.', {
    caseId: id('case'),
    category: code('commercial_receivable').describe('The kind of debt.'),
    serviceLine: code('agency_dunning').describe('Collection or litigation.'),
    amountFen: fen.nullable().describe('The outstanding amount, in fen; null for readers that see only bands.'),
    amountBand: z.enum(AMOUNT_BANDS).describe('The band of the amount.'),
    commissionBps: count.describe('The commission offered, in basis points.'),
    grade: code('B').describe('The grade of the case.'),
    again: z.boolean().describe('Whether it was in the hall before.'),
  }),
  ofCases('case.revised', OWN, 'The creditor or its books changed amounts, days or lines of a case.', {
    caseId: id('case'),
    state: code('listed').describe('Its state.'),
    outstandingFen: fen.describe('The new outstanding amount, in fen.'),
  }),
  ofCases('case.changed', ['hall'], 'A case in the hall changed: its amount, commission or grade.', {
    caseId: id('case'),
    category: code('commercial_receivable').describe('The kind of debt.'),
    serviceLine: code('agency_dunning').describe('Collection or litigation.'),
    amountFen: fen.nullable().describe('The amount still to be recovered now, in fen; null for readers of bands.'),
    amountBand: z.enum(AMOUNT_BANDS).describe('The band of the amount now.'),
    commissionBps: count.describe('The commission offered now, in basis points.'),
    grade: code('B').describe('The grade of the case now.'),
  }),
  ofCases(
    'case-revision.proposed',
    OWN,
    'The books of the creditor show a lower amount of a held case; it must confirm, and the holder agree.',
    revision,
  ),
  ofCases('case-revision.decided', OWN, 'A lower amount of a held case was confirmed or declined, or lapsed.', {
    ...revision,
    state: z.enum(['confirmed', 'declined', 'lapsed']).describe('What became of it.'),
  }),
  ofCases(
    'case-line-change.proposed',
    OWN,
    'The creditor of a held case wants to change its lines; the holder must agree.',
    lineChange,
  ),
  ofCases('case-line-change.decided', OWN, 'A change of a line of a held case was agreed or declined, or lapsed.', {
    ...lineChange,
    state: z.enum(['agreed', 'declined', 'lapsed']).describe('What became of it.'),
  }),
  ofCases('case.unlisted', ['hall'], 'A case left the hall.', {
    caseId: id('case'),
    reason: z.enum(['grabbed', 'withdrawn', 'closed', 'frozen']).describe('Why it left.'),
  }),
  ofCases('case.rejected', ['organisation', 'review'], 'A reviewer refused a case.', {
    caseId: id('case'),
    reasonCodes: z.array(code('EVIDENCE_UNREADABLE')).describe('The reasons.'),
  }),
  ofCases('case.withdrawn', OWN, 'A case that no provider held was withdrawn by its creditor or the platform.', {
    caseId: id('case'),
    reasonCode: code('legal_order').nullable().describe('Why the platform withdrew it; null when the creditor did.'),
  }),
  ofCases('case.frozen', OWN, 'The platform stopped all work on a case; deadlines stand still.', {
    caseId: id('case'),
    reasonCode: code('debtor_dispute').describe('Why.'),
  }),
  ofCases('case.unfrozen', OWN, 'A frozen case goes on where it was.', {
    caseId: id('case'),
    reasonCode: code('resolved').describe('Why.'),
    state: code('in_collection').describe('Its state.'),
  }),
  ofCases('case.closed', OWN, 'Work on a case ended.', {
    caseId: id('case'),
    closeCode: code('partially_paid').describe('Why it was closed.'),
    state: code('partially_recovered').describe('Recovered, partially recovered or unrecovered.'),
    recoveredFen: fen.describe('The recovered amount, in fen.'),
    outstandingFen: fen.describe('The amount that was outstanding, in fen.'),
  }),
  ofGrabs('grab.taken', OWN, 'A provider took a case; the terms are frozen.', grab),
  ofGrabs('grab.accepted', OWN, 'The holder accepted the entrustment.', grab),
  ofGrabs('closing.proposed', OWN, 'The holder proposes to close a case; its creditor answers.', {
    ...grab,
    closeCode: code('untraceable').describe('Why it is to be closed.'),
    closesAt: z.iso.datetime().describe('When it is closed unless the creditor answers.'),
  }),
  ofGrabs('closing.answered', OWN, 'A proposed close was answered, taken back, or carried out after silence.', {
    ...grab,
    closeCode: code('untraceable').describe('The code of the proposal.'),
    answer: code('decline').describe('consent, silence, keep or relist end the grab; after another it goes on.'),
  }),
  ofGrabs('grab.ended', OWN, 'A grab is over.', {
    ...grab,
    state: z.enum(['completed', 'returned', 'expired', 'recalled']).describe('How it ended.'),
    reason: code('no_activity').describe(
      'Why it ended: the close code, the deadline that passed, the reason of the platform, or the state.',
    ),
    recallReason: code('debtor_dispute')
      .nullable()
      .optional()
      .describe('The code by which its creditor took the case back; null for another end, or without one.'),
    points: count.nullable().describe('The penalty points; null for the creditor.'),
  }),
  ofCollection(
    'activity.recorded',
    OWN,
    'The holder recorded an activity on a case. The event does not contain its text.',
    {
      activityId: id('activity'),
      caseId: id('case'),
      grabId: id('grab'),
      kind: code('call').describe('The kind of activity.'),
      outcome: code('promised').describe('Its outcome.'),
    },
  ),
  ofCases('import.received', OWN, 'A batch of cases was stored; its rows are not read yet.', {
    batchId: id('batch'),
    totalRows: count.nullable().describe('How many rows it has; null when that is not known.'),
  }),
  ofCases('import.progressed', OWN, 'Rows of a batch were judged; the newest event holds all counts.', {
    batchId: id('batch'),
    dryRun,
    counts: z.record(z.string(), count).describe('How many rows were read, by outcome.'),
  }),
  ofCases('import.finished', OWN, 'A batch is finished; none of its rows changes any more.', {
    batchId: id('batch'),
    state: code('completed').describe('How it ended.'),
    dryRun,
    counts: z.record(z.string(), count).describe('How many rows there were, by outcome.'),
  }),
];
