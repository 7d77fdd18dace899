/** SQL: the endpoints as `e`, for statements that queue and send: whose they are, what they want, whether they take anything. */
export const ENDPOINTS = 'webhook_endpoints e';

/** SQL: the end of an endpoint's failures, its id in parameter `place`. */
export function endpointIsWell(place: number): string {
  return `UPDATE webhook_endpoints SET failing_since = NULL WHERE id = $${place} AND failing_since IS NOT NULL`;
}
