import { z } from 'zod';
import { definePolicy } from '../policy/index.js';

/** A year has a leap day more than its calendar may. */
const FIVE_YEARS = 1_827;
const LONGEST = 36_500;

const days = (fallback: number, least: number) => z.number().int().min(least).max(LONGEST).default(fallback);

/** For how many days what grows is kept. What the law wants kept cannot be set below its five years. */
export const retentionFigures = definePolicy(
  'retention',
  z.object({
    /** The trail of acts. */
    auditDays: days(FIVE_YEARS, FIVE_YEARS),
    /** The histories of cases and applications. */
    historyDays: days(FIVE_YEARS, FIVE_YEARS),
    /** Who was shown whose data, from when the disclosure ended. */
    disclosureDays: days(FIVE_YEARS, FIVE_YEARS),
    /** Counts of reads by the hour; each read is in the trail of acts. */
    readCountDays: days(30, 1),
    /** Uploads of finished batches and the outcomes of their rows: the cases are there by then. */
    batchDays: days(90, 7),
    /** Outcomes of documents that an ERP no longer changes. */
    syncRowDays: days(730, 90),
    /** Runs of a synchronisation whose outcomes are not kept any more. */
    syncRunDays: days(90, 7),
    /** Repetitions of webhooks that were asked for. */
    replayDays: days(30, 1),
    /** Sessions, from when they ended. */
    sessionDays: days(30, 1),
    /** Answers under an `Idempotency-Key`. */
    idempotencyDays: days(30, 1),
    /** Delivered events and who handled them. */
    outboxDays: days(7, 1),
    /** Failed logins and used tokens of machines, from when they no longer count. */
    throttleDays: days(1, 1),
    /** Files that nothing refers to, such as an upload that was never named. */
    unusedFileDays: days(7, 1),
  }),
);

export type RetentionFigures = z.infer<typeof retentionFigures.schema>;
