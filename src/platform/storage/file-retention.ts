import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Removes } from '../retention/removes.js';
import type { RetentionFigures } from '../retention/retention-figures.js';
import { FileRepository } from './file.repository.js';
import { Storage } from './storage.js';

const FIRST = '00000000-0000-0000-0000-000000000000';
/** Contents removed in one transaction, which then lasts a few requests to the store. */
const CONTENTS = 50;
const AT_ONCE = 10;

/**
 * Removes files that nothing refers to. The row goes first, in one transaction with a note of its contents; the contents
 * go after it, as often as it takes, so that a crash in between leaves nothing behind.
 */
@Injectable()
export class FileRetention {
  private readonly repository = new FileRepository();
  /** The last file looked at; from the first again once the youngest that may go was reached. */
  private after = FIRST;

  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
  ) {}

  @Removes('files', 'file_removals')
  async remove(limit: number, { unusedFileDays }: RetentionFigures): Promise<number> {
    const seen = await this.forgetUnused(limit, unusedFileDays);
    return Math.max(seen, await this.removeContents(limit));
  }

  private async forgetUnused(limit: number, unusedFileDays: number): Promise<number> {
    const { after } = this;
    const { seen, last } = await this.database.transaction((tx) =>
      this.repository.forgetUnused(tx, unusedFileDays, limit, after),
    );
    this.after = seen < limit ? FIRST : (last ?? FIRST);
    return seen;
  }

  /** Removes contents whose rows are gone. */
  private async removeContents(limit: number): Promise<number> {
    let gone = 0;
    for (let chunk = CONTENTS; gone < limit && chunk === CONTENTS; gone += chunk) {
      chunk = await this.database.transaction(async (tx) => {
        const keys = await this.repository.removals(tx, CONTENTS);
        for (let start = 0; start < keys.length; start += AT_ONCE) {
          await Promise.all(keys.slice(start, start + AT_ONCE).map((key) => this.storage.remove(key)));
        }
        await this.repository.removed(tx, keys);
        return keys.length;
      });
    }
    return gone;
  }
}
