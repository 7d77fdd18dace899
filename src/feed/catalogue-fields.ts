import { z } from 'zod';
import { ID_PREFIX, type IdKind } from '../kernel/index.js';
import type { Audience } from './feed.types.js';

/** A public event as its receivers know it. */
export interface FeedType {
  readonly type: string;
  /** What happened, in one sentence. */
  readonly description: string;
  /** What `data` holds. */
  readonly schema: z.ZodObject;
  /** Who may receive it. */
  readonly audiences: readonly Audience[];
}

const NAMES: Partial<Record<IdKind, string>> = { application: 'verification application', batch: 'batch of cases' };

/** The public id of something, `case_01J…`. */
export function id(kind: IdKind): z.ZodString {
  return z.string().describe(`The ${NAMES[kind] ?? kind}, ${ID_PREFIX[kind]}_….`);
}

export const fen = z.string().regex(/^-?\d+$/);
export const code = z.string();
export const count = z.number().int().min(0);

export function feedType(
  type: string,
  audiences: readonly Audience[],
  description: string,
  shape: z.ZodRawShape,
): FeedType {
  return Object.freeze({ type, description, audiences, schema: z.object(shape) });
}
