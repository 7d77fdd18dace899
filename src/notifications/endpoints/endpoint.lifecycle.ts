/** `enabled ⇄ disabled`, and either → `deleted`; each move is one UPDATE of the repository. */
export const ENDPOINT_STATES = ['enabled', 'disabled', 'deleted'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** Why an endpoint gets nothing: its owner said so, it answered 410 Gone, or it failed for days on end. */
export const DISABLED_REASONS = ['owner', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];
