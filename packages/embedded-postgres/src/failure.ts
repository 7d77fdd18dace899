import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Why the embedded server is not there:
 * - NO_BINARIES: no package with PostgreSQL for this platform, or it cannot run here
 * - FOLDER_UNUSABLE: the data folder cannot be written, or belongs to another account
 * - INITDB_FAILED: a new cluster could not be made
 * - PORT_TAKEN: the port that was asked for is in use
 * - START_FAILED: the server ended instead of starting
 * - NOT_ANSWERING: a server holds the folder but does not answer in time
 * - STOP_FAILED: the server did not end in time
 */
export type EmbeddedPostgresReason =
  | 'NO_BINARIES'
  | 'FOLDER_UNUSABLE'
  | 'INITDB_FAILED'
  | 'PORT_TAKEN'
  | 'START_FAILED'
  | 'NOT_ANSWERING'
  | 'STOP_FAILED';

/** The embedded server could not be started or stopped; `code` names the reason, `lastLines` what the server said. */
export class EmbeddedPostgresFailed extends Error {
  override readonly name = 'EmbeddedPostgresFailed';

  constructor(
    readonly code: EmbeddedPostgresReason,
    message: string,
    readonly lastLines: readonly string[] = [],
  ) {
    super([`${code}: ${message}`, ...lastLines].join('\n  '));
  }
}

/** The last lines of a text, without empty ones. */
export function lastLinesOf(text: string, count = 12): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count);
}

/** What a file holds from byte `offset` on, at most its last 64 KiB; empty when it cannot be read. */
export function textFrom(file: string, offset: number): string {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      const start = Math.max(offset, size - 65_536);
      const bytes = Buffer.alloc(Math.max(0, size - start));
      readSync(handle, bytes, 0, bytes.length, start);
      return bytes.toString('utf8');
    } finally {
      closeSync(handle);
    }
  } catch {
    return '';
  }
}
