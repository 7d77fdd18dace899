/** The receivers of a row: every provider in the hall, the platform's reviewers, or one organisation. */
export type Audience = 'hall' | 'review' | 'organisation';

/** One public event for one audience. */
export interface FeedEvent {
  /** Its place in the feed; a higher one was committed later. */
  readonly position: bigint;
  /** The position as clients hold it. */
  readonly cursor: string;
  /** Its own id, a uuid; the same on every delivery of this row. */
  readonly eventId: string;
  /** `case.listed`, without a version. */
  readonly type: string;
  readonly audience: Audience;
  readonly organisationId: string | null;
  readonly caseId: string | null;
  readonly batchId: string | null;
  /** The sandbox it belongs to; null for live. */
  readonly sandboxId: string | null;
  /** JSON as the catalogue describes it: prefixed ids, fen as strings, codes. Never personal data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** When it happened, not when it was written here. */
  readonly occurredAt: Date;
}

/** An event as it is stored. */
export type FeedRow = Omit<FeedEvent, 'cursor'>;

/** A row before it has a position. */
export type NewFeedEvent = Omit<FeedEvent, 'position' | 'cursor' | 'eventId' | 'sandboxId'> & {
  /** The organisation whose sandbox, if any, the event belongs to. */
  readonly ofOrganisation: string;
};

/** Which events: of one organisation, of the hall or the reviewers (live or of one sandbox), or all rows. */
export type FeedScope =
  | { readonly audience: 'organisation'; readonly organisationId: string }
  | { readonly audience: 'hall' | 'review'; readonly sandboxId: string | null }
  /** The own events of every organisation: for delivery, never for the answer to a caller. */
  | { readonly audience: 'organisations' }
  | { readonly audience: 'everything' };

/** What narrows a scope. */
export interface FeedFilter {
  readonly types?: readonly string[] | undefined;
  readonly caseId?: string | undefined;
  readonly batchId?: string | undefined;
}

/** Events of a scope after a position, up to `through`. */
export type FeedQuery = FeedScope & FeedFilter & { readonly position: bigint; readonly through?: bigint };
