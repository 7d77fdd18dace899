/** SQL: the endpoints as `e`, for statements of deliveries. */
export const ENDPOINTS = 'webhook_endpoints e';

/** SQL: forgets the failures of the endpoint whose id is parameter `place`. */
export function clearFailing(place: number): string {
  return `UPDATE webhook_endpoints SET failing_since = NULL WHERE id = $${place} AND failing_since IS NOT NULL`;
}
