import { createHmac, randomBytes } from 'node:crypto';

/** The signature scheme of Standard Webhooks (HMAC-SHA256, `v1`): https://www.standardwebhooks.com */

const PREFIX = 'whsec_';
const BYTES_MIN = 24;
const BYTES_MAX = 64;
const NEW_BYTES = 32;

/** A new signing secret. */
export function newSecret(): string {
  return PREFIX + randomBytes(NEW_BYTES).toString('base64');
}

/** The key in a secret, with or without its prefix; undefined unless it is 24 to 64 bytes in plain base64. */
export function keyOf(secret: string): Buffer | undefined {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const key = Buffer.from(text, 'base64');
  if (key.length < BYTES_MIN || key.length > BYTES_MAX) return undefined;
  return key.toString('base64') === text ? key : undefined;
}

/** The `webhook-signature` header: one signature per live secret, newest first. `timestamp` in seconds. */
export function signatureHeader(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets
    .map((secret) => {
      const key = keyOf(secret);
      if (!key) throw new Error('a stored webhook secret is not valid');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
