import { createHmac, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from './key-ring.js';

/**
 * Finds equal sealed values without opening them: HMAC-SHA256 under a key of the column, 32 bytes. The same value has
 * different indexes in two columns. Pass the value in its normal form (`+8613…`, upper case, no blanks).
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
