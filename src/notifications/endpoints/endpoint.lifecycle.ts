/** `enabled ⇄ disabled`, and either → `deleted`; each move is one UPDATE of the repository. */
export const ENDPOINT_STATES = ['enabled', 'disabled', 'deleted'] as const;
export type EndpointState = (typeof ENDPOINT_STATES)[number];

/** Why an endpoint is disabled: by its owner, after 410 Gone, or after days of failures. */
export const DISABLED_REASONS = ['owner', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];
