import { createHmac, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from './key-ring.js';

/**
 * Lets equal sealed values be found without opening them: HMAC-SHA256 under a key of the column's own, 32 bytes. The same
 * value in two columns has two indexes. Give it the value in its one normal form (`+8613…`, upper case, no blanks).
 */
@Injectable()
export class BlindIndex {
  private readonly keys = new Map<string, KeyObject>();

  constructor(private readonly ring: KeyRing) {}

  /** `column` is `table.column` of the index. */
  of(column: string, value: string): Buffer {
    let key = this.keys.get(column);
    if (!key) {
      key = this.ring.indexKey(column);
      this.keys.set(column, key);
    }
    return createHmac('sha256', key).update(value).digest();
  }
}
