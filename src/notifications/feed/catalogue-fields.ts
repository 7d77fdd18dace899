import { z } from 'zod';
import type { AccessRule } from '../../kernel/access/index.js';
import { ID_PREFIX, type IdKind } from '../../kernel/index.js';
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
  /** Who of the receiving organisation may read it: the roles and the scope of the read that shows the same. */
  readonly readers: AccessRule;
}

const NAMES: Partial<Record<IdKind, string>> = {
  application: 'verification application',
  batch: 'batch of cases',
  webhookEndpoint: 'webhook endpoint',
};

/** The public id of something, `case_01J…`. */
export function id(kind: IdKind): z.ZodString {
  return z.string().describe(`The ${NAMES[kind] ?? kind}, ${ID_PREFIX[kind]}_….`);
}

export const fen = z.string().regex(/^-?\d+$/);
/** A word of a list that may grow, such as this one. */
export const code = (example: string) => z.string().meta({ examples: [example] });
export const count = z.number().int().min(0);

/** Makes the types of one owner, which share who may read them. */
export function feedTypes(readers: AccessRule) {
  return (type: string, audiences: readonly Audience[], description: string, shape: z.ZodRawShape): FeedType =>
    Object.freeze({ type, description, audiences, schema: z.object(shape), readers });
}
