import { z } from 'zod';
import type { AccessRule, OrganisationKind } from '../../kernel/access/index.js';
import { ID_PREFIX, type IdKind } from '../../kernel/index.js';
import type { Audience } from './feed.types.js';

/** One type of public event. */
export interface FeedType {
  readonly type: string;
  /** What happened, in one sentence. */
  readonly description: string;
  /** The schema of `data`. */
  readonly schema: z.ZodObject;
  /** The audiences that receive it. */
  readonly audiences: readonly Audience[];
  /** Who may read it in the receiving organisation: the roles and the scope of the query that shows the same. */
  readonly readers: AccessRule;
}

/** Who may follow what waits for reviewers, in the platform's organisation. */
export const REVIEW_EVENTS_ACCESS = {
  kinds: ['platform'],
  roles: ['owner', 'reviewer', 'risk'],
} as const satisfies AccessRule;

/** The rule by which an actor reads a type: the platform gets the reviewers' events, for which its members need their roles. */
export function readersFor({ audiences, readers }: FeedType, organisationKind: OrganisationKind): AccessRule {
  if (organisationKind !== 'platform' || !audiences.includes('review')) return readers;
  return { ...REVIEW_EVENTS_ACCESS, ...(readers.scope && { scope: readers.scope }) };
}

const NAMES: Partial<Record<IdKind, string>> = {
  application: 'verification application',
  batch: 'batch of cases',
  standingAppeal: 'appeal',
  webhookEndpoint: 'webhook endpoint',
};

/** A public id, `case_01J…`. */
export function id(kind: IdKind): z.ZodString {
  return z.string().describe(`The ${NAMES[kind] ?? kind}, ${ID_PREFIX[kind]}_….`);
}

export const fen = z.string().regex(/^-?\d+$/);
/** A word of a list that may grow, with an example. */
export const code = (example: string) => z.string().meta({ examples: [example] });
export const count = z.number().int().min(0);

/** Makes types that share who may read them. */
export function feedTypes(readers: AccessRule) {
  return (type: string, audiences: readonly Audience[], description: string, shape: z.ZodRawShape): FeedType =>
    Object.freeze({ type, description, audiences, schema: z.object(shape), readers });
}
