/** Stores the sealed bytes of files. Knows neither owners nor contents; `StoredFiles` makes the keys. */
export abstract class Storage {
  /** Stores bytes under a fresh key; once it returns they survive a crash. */
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** Throws `FileMissing` when there is nothing under the key. */
  abstract get(key: string): Promise<Buffer>;
  /** Removes what is under the key, if anything. */
  abstract remove(key: string): Promise<void>;
  /** Whether files can be stored at all; for readiness. */
  abstract reachable(): Promise<boolean>;
}

/** A row names contents that are not there: a fault of ours or of the store, never the caller's. */
export class FileMissing extends Error {
  constructor(key: string) {
    super(`there are no contents under ${key}`);
  }
}

const KEY = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;

/** Keys are made by us; one that could leave the store's folder is a fault. */
export function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error(`${JSON.stringify(key)} is not a storage key`);
  return key;
}
