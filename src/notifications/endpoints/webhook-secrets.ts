import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/index.js';
import { keyOf, newSecret } from '../sinks/index.js';
import { WebhookSecretNotValid } from './endpoint.refusals.js';

const TABLE = 'webhook_endpoints';
const CURRENT = 'secret_sealed';
const PREVIOUS = 'previous_secret_sealed';
const PREFIX = 'whsec_';

/** Signing secrets as they are kept: sealed, each for its endpoint and its place there. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly cipher: FieldCipher) {}

  /** The secret the caller brought, or a fresh one. Refuses WEBHOOK_SECRET_NOT_VALID. */
  chosen(given: string | null | undefined): string {
    if (given === null || given === undefined) return newSecret();
    if (!keyOf(given)) throw new WebhookSecretNotValid({ path: 'secret' });
    return given.startsWith(PREFIX) ? given : PREFIX + given;
  }

  seal(endpointId: string, secret: string): Buffer {
    return this.cipher.seal(TABLE, CURRENT, endpointId, secret);
  }

  /** The current secret, sealed for the place of the previous one. */
  asPrevious(endpointId: string, sealed: Buffer): Buffer {
    return this.cipher.seal(TABLE, PREVIOUS, endpointId, this.cipher.open(TABLE, CURRENT, endpointId, sealed));
  }

  /** The secrets that sign now, newest first. */
  live(endpointId: string, current: Buffer, previous: Buffer | null): string[] {
    const secrets = [this.cipher.open(TABLE, CURRENT, endpointId, current)];
    if (previous) secrets.push(this.cipher.open(TABLE, PREVIOUS, endpointId, previous));
    return secrets;
  }
}
