import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/index.js';
import { keyOf, newSecret } from '../sinks/index.js';
import { WebhookSecretNotValid } from './endpoint.refusals.js';

const TABLE = 'webhook_endpoints';
const CURRENT = 'secret_sealed';
const PREVIOUS = 'previous_secret_sealed';
const PREFIX = 'whsec_';

/** Seals signing secrets for their endpoint and column, and opens them. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly cipher: FieldCipher) {}

  /** The secret of the caller, or a new one. Refuses WEBHOOK_SECRET_NOT_VALID. */
  chosen(given: string | null | undefined): string {
    if (given === null || given === undefined) return newSecret();
    if (!keyOf(given)) throw new WebhookSecretNotValid({ path: 'secret' });
    return given.startsWith(PREFIX) ? given : PREFIX + given;
  }

  seal(endpointId: string, secret: string): Buffer {
    return this.cipher.seal(TABLE, CURRENT, endpointId, secret);
  }

  /** The current secret, sealed for the column of the previous one. */
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
