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
    auditDays: days(FIVE_YEARS, FIVE_YEARS).describe('Days: the trail of acts.'),
    historyDays: days(FIVE_YEARS, FIVE_YEARS).describe(
      'Days: the histories of cases, applications and standings, and appeals.',
    ),
    disclosureDays: days(FIVE_YEARS, FIVE_YEARS).describe(
      'Days: who was shown whose data, from when the disclosure ended.',
    ),
    readCountDays: days(30, 1).describe('Days: counts of reads by the hour; each read is in the trail of acts.'),
    batchDays: days(90, 7).describe(
      'Days: uploads of finished batches and the outcomes of their rows: the cases are there by then.',
    ),
    syncRowDays: days(730, 90).describe('Days: outcomes of documents that an ERP no longer changes.'),
    syncRunDays: days(90, 7).describe('Days: runs of a synchronisation whose outcomes are not kept any more.'),
    replayDays: days(30, 1).describe('Days: repetitions of webhooks that were asked for.'),
    sessionDays: days(30, 1).describe('Days: sessions, from when they ended.'),
    idempotencyDays: days(30, 1).describe('Days: answers under an `Idempotency-Key`.'),
    outboxDays: days(7, 1).describe('Days: delivered events and who handled them.'),
    throttleDays: days(1, 1).describe(
      'Days: failed logins and used tokens of machines, from when they no longer count.',
    ),
    loginPlaceDays: days(180, 1).describe(
      'Days: addresses that an account was logged in from, since its last login there.',
    ),
    unusedFileDays: days(7, 1).describe('Days: files that nothing refers to, such as an upload that was never named.'),
  }),
);

export type RetentionFigures = z.infer<typeof retentionFigures.schema>;
