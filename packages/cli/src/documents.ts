const REFUSAL = '... on Refusal { code message path retryAfterSeconds details }';

/** What the commands ask that the client has no method for. */
export const ROTATE_API_KEY = `mutation ($apiKeyId: ID!, $overlapHours: Int!) {
  rotateApiKey(apiKeyId: $apiKeyId, overlapHours: $overlapHours) { ${REFUSAL} ... on ApiKeyCreated { key apiKey { id name } } }
}`;

const SANDBOX = 'id name now advancedSeconds createdAt organisations { id kind name }';
export const SANDBOXES = `query { sandboxes { ${SANDBOX} } }`;
export const CREATE_SANDBOX = `mutation ($input: CreateSandboxInput!) {
  createSandbox(input: $input) { ${REFUSAL} ... on SandboxCreated {
    sandbox { ${SANDBOX} } accounts { apiKeyId key email organisation { id kind name } }
  } }
}`;
export const ADVANCE_SANDBOX = `mutation ($sandboxId: ID!, $seconds: Int!) {
  advanceSandboxClock(sandboxId: $sandboxId, seconds: $seconds) { ${REFUSAL} ... on Sandbox { ${SANDBOX} } }
}`;

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
const ENDPOINT = 'id url description types state disabledReason failingSince createdAt';
const DELIVERY = 'id eventId type state attempts lastStatus lastError createdAt nextAttemptAt';
export const WEBHOOK_ENDPOINTS = `query ($first: Int!, $after: String) {
  webhookEndpoints(first: $first, after: $after) { nodes { ${ENDPOINT} } ${PAGE_INFO} }
}`;
export const CREATE_WEBHOOK = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) { ${REFUSAL} ... on WebhookEndpointWithSecret { secret endpoint { ${ENDPOINT} } } }
}`;
export const TEST_WEBHOOK = `mutation ($endpointId: ID!) {
  sendTestWebhook(endpointId: $endpointId) { ${REFUSAL} ... on WebhookDelivery { ${DELIVERY} } }
}`;
export const REPLAY_WEBHOOKS = `mutation ($endpointId: ID!, $input: ReplayWebhooksInput!) {
  replayWebhooks(endpointId: $endpointId, input: $input) { ${REFUSAL} ... on WebhookReplay { id since types queued done } }
}`;
export const WEBHOOK_DELIVERIES = `query ($endpointId: ID!, $first: Int!, $after: String) {
  webhookDeliveries(endpointId: $endpointId, first: $first, after: $after) { nodes { ${DELIVERY} } ${PAGE_INFO} }
}`;
export const DELETE_WEBHOOK = `mutation ($endpointId: ID!) {
  deleteWebhookEndpoint(endpointId: $endpointId) { ${REFUSAL} ... on WebhookEndpoint { ${ENDPOINT} } }
}`;
