import { Webhook } from 'standardwebhooks';
import type { EventType, WebhookEvent } from './events.js';
import { fromWire } from './wire.js';

/** The headers of a delivery, as whatever server one has gives them. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

/** A delivery that did not come from the platform, was changed on the way, or is too old. Answer it with 400. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
}

const NAMES = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/**
 * Makes sure that a delivery comes from the platform and is at most five minutes old, and reads it. `secret` is what the
 * endpoint's creation answered, `whsec_…`; give both while rotating. `rawBody` is the body as it came: parsed and written
 * again it would not match its signature. Throws WebhookRefused.
 */
export function verifyWebhook<T extends EventType = EventType>(
  secret: string | readonly string[],
  headers: WebhookHeaders,
  rawBody: string | Uint8Array,
): WebhookEvent<T> {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (secrets.length === 0) throw new TypeError('give the secret of the webhook endpoint');
  const signed = Object.fromEntries(NAMES.map((name) => [name, headerOf(headers, name)]));
  const text = typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody);
  let why: unknown;
  for (const one of secrets) {
    try {
      new Webhook(one).verify(text, signed, { jsonParse: false });
      return { ...(fromWire(text) as object), id: signed['webhook-id'] } as WebhookEvent<T>;
    } catch (error) {
      why = error;
    }
  }
  throw new WebhookRefused(why instanceof Error ? why.message : 'not signed with this secret');
}

/** Signs a body as the platform does, for tests and for what forwards deliveries. `at` is now unless told. */
export function signWebhook(secret: string, id: string, body: string, at = new Date()): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

function headerOf(headers: WebhookHeaders, name: string): string {
  if (typeof headers.get === 'function') return headers.get(name) ?? '';
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return [found].flat().join(' ');
}
