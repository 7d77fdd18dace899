import { z } from 'zod';
import { earlier, written } from './stamps.js';

export type ErpKind = 'odoo' | 'erpnext' | 'kingdee' | 'ubl';
/** The ERPs that are asked; UBL documents are sent. */
export type PulledKind = Exclude<ErpKind, 'ubl'>;

interface PullSettings {
  /** Documents asked for at once. */
  readonly pageSize: number;
  /**
   * How far before the newest stamp the next walk begins, in minutes: stamps have seconds, clocks differ, and a long
   * transaction shows its documents late under an early stamp. Local time needs more than the hour that summer time takes back.
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
 * Where the walk after this one begins, given the newest stamp there was when this one began. A stamp more than a day ahead
 * of us is no time of day of any zone: one such document must not hide what changes until then.
 */
export function nextSince(kind: PulledKind, newest: string | null, now: Date): string | null {
  if (newest === null) return null;
  const since = earlier(newest, PULLED[kind].overlapMinutes);
  const farthest = written(new Date(now.getTime() + DAY_MINUTES * 60_000));
  return since === undefined || since > farthest ? earlier(written(now), DAY_MINUTES)! : since;
}
