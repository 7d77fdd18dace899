import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Queryable } from '../database/index.js';
import { decrypt, encrypt } from './aead.js';

const KEY_BYTES = 32;
/** The version whose key is the root of the blind indexes; it is never replaced, or equal values would stop matching. */
const INDEX_ROOT = 0;
const FIRST_DATA_KEY = 1;
/** A new data key seals only after this time, when every process has loaded it. */
const SETTLE_SECONDS = 300;
/** How often the keys are reloaded. */
export const RELOAD_MS = 60_000;

/** What the ring needs of a database. */
export type KeyStore = Pick<Queryable, 'rows' | 'affected'>;

/** The master key is not the one of this database. */
export class ForeignKeyRing extends Error {}

/** The data keys, unwrapped in memory. */
export class KeyRing {
  private keys = new Map<number, KeyObject>();
  private sealing = FIRST_DATA_KEY;

  private constructor(private readonly master: KeyObject) {}

  /** Reads the keys, making the first ones in a fresh database; throws when the master key does not open them. */
  static async load(q: KeyStore, masterKey: Buffer): Promise<KeyRing> {
    const ring = new KeyRing(createSecretKey(masterKey));
    await ring.add(q, INDEX_ROOT);
    await ring.add(q, FIRST_DATA_KEY);
    await ring.reload(q);
    return ring;
  }

  /** A ring of one process without a database, for unit tests and benches. */
  static ofOne(masterKey: Buffer): KeyRing {
    const ring = new KeyRing(createSecretKey(masterKey));
    for (const version of [INDEX_ROOT, FIRST_DATA_KEY]) {
      ring.keys.set(version, derived(createSecretKey(masterKey), `fixed ${version}`));
    }
    return ring;
  }

  async reload(q: KeyStore): Promise<void> {
    const rows = await q.rows<{ version: number; wrapped: Buffer; settled: boolean }>(
      `SELECT version, wrapped, created_at < now() - interval '${SETTLE_SECONDS} seconds' AS settled
         FROM data_keys ORDER BY version`,
    );
    for (const { version, wrapped } of rows) {
      if (!this.keys.has(version)) this.keys.set(version, this.unwrap(version, wrapped));
    }
    const usable = rows.filter(
      ({ version, settled }) => version === FIRST_DATA_KEY || (settled && version > INDEX_ROOT),
    );
    this.sealing = usable.at(-1)!.version;
  }

  /**
   * Wraps every data key anew under another master key, all or none; what they sealed stays as it is. Keys that the new one
   * opens already are left, so that a repetition is harmless. Returns how many were wrapped. Runs in a transaction of the owner.
   */
  static async rewrap(tx: KeyStore, from: Buffer, to: Buffer): Promise<number> {
    const [before, after] = [new KeyRing(createSecretKey(from)), new KeyRing(createSecretKey(to))];
    await tx.rows('LOCK TABLE data_keys IN SHARE ROW EXCLUSIVE MODE');
    const rows = await tx.rows<{ version: number; wrapped: Buffer }>(
      'SELECT version, wrapped FROM data_keys ORDER BY version',
    );
    const old = rows.filter(({ version, wrapped }) => !after.opens(version, wrapped));
    for (const { version, wrapped } of old) {
      const anew = encrypt(after.master, before.unwrap(version, wrapped).export(), boundTo(version));
      await tx.affected('UPDATE data_keys SET wrapped = $2 WHERE version = $1', [version, anew]);
    }
    return old.length;
  }

  /** Adds a data key; it seals after five minutes, older ones keep opening what they sealed. Returns its version. */
  async rotate(q: KeyStore): Promise<number> {
    await this.reload(q);
    const version = Math.max(...this.keys.keys()) + 1;
    await this.add(q, version);
    await this.reload(q);
    return version;
  }

  /** The version that seals now, and its key. */
  current(): { version: number; key: KeyObject } {
    return { version: this.sealing, key: this.key(this.sealing) };
  }

  key(version: number): KeyObject {
    const key = this.keys.get(version);
    if (!key || version === INDEX_ROOT) throw new Error(`data key ${version} is not known`);
    return key;
  }

  /** The key of one blind index. */
  indexKey(column: string): KeyObject {
    return derived(this.keys.get(INDEX_ROOT)!, `blind-index|${column}`);
  }

  private async add(q: KeyStore, version: number): Promise<void> {
    const wrapped = encrypt(this.master, randomBytes(KEY_BYTES), boundTo(version));
    const insert = 'INSERT INTO data_keys (version, wrapped) VALUES ($1, $2) ON CONFLICT DO NOTHING';
    await q.affected(insert, [version, wrapped]);
  }

  private opens(version: number, wrapped: Buffer): boolean {
    try {
      this.unwrap(version, wrapped);
      return true;
    } catch {
      return false;
    }
  }

  private unwrap(version: number, wrapped: Buffer): KeyObject {
    try {
      return createSecretKey(decrypt(this.master, wrapped, boundTo(version)));
    } catch {
      throw new ForeignKeyRing(`the master key does not open data key ${version}: it belongs to another database`);
    }
  }
}

function derived(key: KeyObject, info: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', info, KEY_BYTES)));
}

function boundTo(version: number): string {
  return `data_keys|wrapped|${version}`;
}
