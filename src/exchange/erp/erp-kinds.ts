import { z } from 'zod';
import { earlier, written } from './stamps.js';

export type ErpKind = 'odoo' | 'erpnext' | 'kingdee' | 'ubl';
/** The ERPs the platform reads; UBL documents are sent to it. */
export type PulledKind = Exclude<ErpKind, 'ubl'>;

interface PullSettings {
  /** Documents requested at once. */
  readonly pageSize: number;
  /**
   * Minutes before the newest timestamp at which the next run begins: timestamps have seconds, clocks differ, and a long
   * transaction shows its documents late with an early timestamp. Local time needs more than the hour of summer time.
   */
  readonly overlapMinutes: number;
  readonly credentials: z.ZodType<Record<string, string | undefined>>;
}

const secret = z.string().trim().min(1).max(500);
const word = z.string().trim().min(1).max(200);

export const PULLED: Readonly<Record<PulledKind, PullSettings>> = {
  odoo: {
    pageSize: 500,
    overlapMinutes: 15,
    credentials: z.strictObject({ apiKey: secret, database: word.optional(), company: word.optional() }),
  },
  erpnext: {
    pageSize: 500,
    overlapMinutes: 75,
    credentials: z.strictObject({ apiKey: secret, apiSecret: secret, company: word.optional() }),
  },
  kingdee: {
    pageSize: 2_000,
    overlapMinutes: 75,
    credentials: z.strictObject({
      accountId: word,
      username: word,
      appId: secret,
      appSecret: secret,
      organisation: word.optional(),
    }),
  },
};

const DAY_MINUTES = 24 * 60;

/**
 * The `since` of the next run, given the newest timestamp before this one. A timestamp more than a day ahead is wrong in every
 * zone: one such document must not hide all changes until then.
 */
export function nextSince(kind: PulledKind, newest: string | null, now: Date): string | null {
  if (newest === null) return null;
  const since = earlier(newest, PULLED[kind].overlapMinutes);
  const farthest = written(new Date(now.getTime() + DAY_MINUTES * 60_000));
  return since === undefined || since > farthest ? earlier(written(now), DAY_MINUTES)! : since;
}
