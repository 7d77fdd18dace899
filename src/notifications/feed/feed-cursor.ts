import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type InvalidInput, positionOf } from '../../kernel/index.js';
import { KeyRing } from '../../platform/crypto/index.js';
import { invalidEvents } from './feed.refusals.js';

/** One block: eight bytes of zeros, by which a made-up cursor is recognised, and the position. */
const CIPHER = 'aes-256-ecb';
const BLOCK = 16;

/**
 * A position of the feed as clients hold it: encrypted, because positions are counted for the whole platform and would tell
 * everyone its volume. It is the same for every receiver, since one event is written once for all. Cursors of before are read.
 */
@Injectable()
export class FeedCursors {
  private readonly key: KeyObject;

  constructor(ring: KeyRing) {
    this.key = ring.indexKey('feed.cursor');
  }

  at(position: bigint): string {
    const block = Buffer.alloc(BLOCK);
    block.writeBigUInt64BE(position, 8);
    return createCipheriv(CIPHER, this.key, null).setAutoPadding(false).update(block).toString('base64url');
  }

  /** The position of a cursor. Refuses INVALID_INPUT with the field for anything else. */
  positionAt(cursor: string, path: string): bigint {
    const position = this.opened(cursor) ?? plainPosition(cursor);
    if (position === undefined) throw foreignCursor(path);
    return position;
  }

  private opened(cursor: string): bigint | undefined {
    const sealed = Buffer.from(cursor, 'base64url');
    if (sealed.length !== BLOCK || sealed.toString('base64url') !== cursor) return undefined;
    const block = createDecipheriv(CIPHER, this.key, null).setAutoPadding(false).update(sealed);
    return block.readBigUInt64BE(0) === 0n ? block.readBigUInt64BE(8) : undefined;
  }
}

/** Cursors held the position itself before; streams that were stopped then go on. */
function plainPosition(cursor: string): bigint | undefined {
  try {
    const [position] = positionOf(cursor, 1);
    return typeof position === 'string' && /^\d{1,18}$/.test(position) ? BigInt(position) : undefined;
  } catch {
    return undefined;
  }
}

export function foreignCursor(path: string): InvalidInput {
  return invalidEvents('FOREIGN_EVENT_CURSOR', { path });
}
