import { Injectable } from '@nestjs/common';
import { decrypt, encrypt } from './aead.js';
import { KeyRing } from './key-ring.js';

/** First byte of everything sealed: AES-256-GCM, layout `format | key version (2 bytes) | IV | tag | ciphertext`. */
const FORMAT = 1;
const HEAD_BYTES = 3;

/**
 * Seals personal data before it is stored. What is sealed opens only at the same table, column and row (they are part of
 * the authenticated data), so a value cannot be moved to another row to be read there.
 */
@Injectable()
export class FieldCipher {
  constructor(private readonly ring: KeyRing) {}

  seal(table: string, column: string, rowId: string, plain: Buffer | string): Buffer {
    const { version, key } = this.ring.current();
    const head = Buffer.from([FORMAT, version >> 8, version & 0xff]);
    return encrypt(key, plain, `${table}|${column}|${rowId}|${version}`, head);
  }

  /** Throws when the value was changed, or sealed for another place or under a key that is gone. */
  open(table: string, column: string, rowId: string, sealed: Buffer): string {
    return this.openBytes(table, column, rowId, sealed).toString('utf8');
  }

  openBytes(table: string, column: string, rowId: string, sealed: Buffer): Buffer {
    if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw new Error('not a sealed value');
    const version = sealed.readUInt16BE(1);
    const bound = `${table}|${column}|${rowId}|${version}`;
    return decrypt(this.ring.key(version), sealed.subarray(HEAD_BYTES), bound);
  }
}
