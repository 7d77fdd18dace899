import { Webhook } from 'standardwebhooks';
import { Dispatcher } from '../../src/notifications/deliveries/dispatcher.js';
import type { TestApp } from './app.js';
import type { Organisation } from './builders.js';
import { type Answer, ask, done } from './client.js';
import { asOwner } from './database.js';
import { eventually, type Received } from './sink.js';

/** An endpoint as it was made. */
export interface MadeEndpoint {
  readonly id: string;
  readonly secret: string;
}

export const tokenOf = (organisation: Organisation) => ({ token: organisation.owner.token });

export async function anEndpoint(
  app: TestApp,
  organisation: Organisation,
  input: { url: string; types?: string[]; secret?: string },
): Promise<MadeEndpoint> {
  const made = await done(
    app,
    'createWebhookEndpoint',
    { input: ['CreateWebhookEndpointInput!', input] },
    '... on WebhookEndpointWithSecret { secret endpoint { id state } }',
    tokenOf(organisation),
  );
  return { id: made['endpoint'].id, secret: made['secret'] };
}

const DELIVERY = 'id eventId type state attempts nextAttemptAt replays lastStatus lastError';

/** The newest deliveries to an endpoint, once they are as wanted. */
export async function deliveriesOf(
  app: TestApp,
  organisation: Organisation,
  endpointId: string,
  wanted: (found: Answer[]) => boolean = () => true,
): Promise<Answer[]> {
  let found: Answer[] = [];
  await eventually(
    async () => {
      const args = { endpointId: ['ID!', endpointId], first: ['Int!', 50] } as const;
      found = (await ask(app, 'webhookDeliveries', args, `nodes { ${DELIVERY} }`, organisation.owner.token))['nodes'];
      return wanted(found);
    },
    () => `deliveries as wanted, not ${JSON.stringify(found)}`,
  );
  return found;
}

/** A delivery with its attempts. */
export function logOf(app: TestApp, organisation: Organisation, deliveryId: string): Promise<Answer> {
  const fields = 'body attempts { status error errorDetail answer durationMs requestHeaders }';
  return ask(app, 'webhookDelivery', { id: ['ID!', deliveryId] }, fields, organisation.owner.token);
}

export async function endpointOf(app: TestApp, organisation: Organisation, id: string): Promise<Answer> {
  return ask(
    app,
    'webhookEndpoint',
    { id: ['ID!', id] },
    'state disabledReason failingSince',
    organisation.owner.token,
  );
}

/** Every waiting retry is due: minutes or hours in life, at once here. */
export async function minutesPass(app: TestApp): Promise<void> {
  await asOwner(
    app.database,
    `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'pending' AND lease IS NULL AND next_attempt_at > now()`,
  );
  app.serving.app.get(Dispatcher).call();
}

/** How far the clocks of sender and receiver may be apart, as Standard Webhooks has it. */
const TOLERANCE_MS = 300_000;

/** Throws what the library throws for a receiver that looks at once, however long after it is called. */
export function verifyAsReceived(secret: string, { headers, body, at }: Received): void {
  const library = new Webhook(secret);
  const [id, seconds, signatures] = ['id', 'timestamp', 'signature'].map((name) => String(headers[`webhook-${name}`]));
  const sentAt = Number(seconds) * 1_000;
  expect(Math.abs(at - sentAt)).toBeLessThan(TOLERANCE_MS);
  expect(signatures!.split(' ')).toContain(library.sign(id!, new Date(sentAt), body));
}
