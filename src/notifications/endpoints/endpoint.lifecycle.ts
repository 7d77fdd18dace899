/** `enabled ⇄ disabled`, and either → `deleted`; each move is one UPDATE of the repository. */
export type EndpointState = 'enabled' | 'disabled' | 'deleted';

/** Why an endpoint is disabled: by its owner, after 410 Gone, or after days of failures. */
export type DisabledReason = 'owner' | 'gone' | 'failing';
