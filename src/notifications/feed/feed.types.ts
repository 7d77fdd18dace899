/** To whom a row of the feed goes: everybody in the hall, the platform's reviewers, or one organisation. */
export const AUDIENCES = ['hall', 'review', 'organisation'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** One public event as one audience may know it. */
export interface FeedEvent {
  /** Its place in the feed; a higher one was committed later. */
  readonly position: bigint;
  /** Its own id, a uuid; the same on every delivery of this row. */
  readonly eventId: string;
  /** `case.listed`, without a version. */
  readonly type: string;
  readonly audience: Audience;
  readonly organisationId: string | null;
  readonly caseId: string | null;
  readonly batchId: string | null;
  /** Of test organisations; null for live ones. */
  readonly sandboxId: string | null;
  /** JSON as the catalogue describes it: prefixed ids, fen as strings, codes. Never personal data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** When the thing happened, not when it was written here. */
  readonly occurredAt: Date;
}

/** A row before it has a place. */
export type NewFeedEvent = Omit<FeedEvent, 'position' | 'eventId' | 'sandboxId'> & {
  /** The organisation whose sandbox, if any, the event belongs to. */
  readonly ofOrganisation: string;
};

/** Whose events: one organisation's own, what the hall or the reviewers hear (live or of one sandbox), or all rows. */
export type FeedScope =
  | { readonly audience: 'organisation'; readonly organisationId: string }
  | { readonly audience: 'hall' | 'review'; readonly sandboxId: string | null }
  /** Every organisation's own events: for what delivers them on, never for an answer to somebody. */
  | { readonly audience: 'organisations' }
  | { readonly audience: 'everything' };

/** What narrows a scope. */
export interface FeedFilter {
  readonly types?: readonly string[] | undefined;
  readonly caseId?: string | undefined;
  readonly batchId?: string | undefined;
}

/** Events of a scope after a position, none of it included. */
export type FeedQuestion = FeedScope & FeedFilter & { readonly position: bigint; readonly through?: bigint };
