import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId, OutcomeUnknown } from '../../kernel/index.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Database, type Queryable, type Tx } from '../database/index.js';
import type { FileEntity } from './file.entity.js';
import { FileRepository } from './file.repository.js';
import { FileMissing, Storage } from './storage.js';
import { FilesUnavailable } from './storage.refusals.js';

/** Seconds after which another attempt makes sense. */
const RETRY_AFTER = 10;

/** A file without its contents; size and hash are those of the unsealed contents. */
export type StoredFile = Readonly<Omit<FileEntity, 'storageKey' | 'filenameSealed'>> & { readonly filename: string };

export interface NewFile {
  /** Not empty; the caller has checked size and type. */
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly filename: string;
  /** What it was uploaded for: `verification-document`, `evidence`, `voucher` … */
  readonly purpose: string;
}

/** The organisation that owns a file, and the member who uploaded it. */
export interface FileOwner {
  readonly organisationId: string;
  readonly memberId: string | null;
}

/**
 * Files as they are stored: contents and names are sealed before they leave the process, since both may name a debtor. The
 * caller decides who may open a file, by the case or application it belongs to.
 */
@Injectable()
export class StoredFiles {
  private readonly logger = new Logger(StoredFiles.name);
  private readonly repository = new FileRepository();

  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores contents, then their row. Talks to the store, so it is called outside any transaction, before the act that names
   * the file; a crash in between leaves contents that no row names and that cannot be opened.
   */
  async store(owner: FileOwner, file: NewFile): Promise<StoredFile> {
    const id = newId(this.clock.millis());
    const key = `${owner.organisationId}/${id}`;
    await this.asked(this.storage.put(key, this.cipher.seal('files', 'contents', id, file.bytes)));
    try {
      const row = await this.repository.insert(this.database, {
        id,
        organisationId: owner.organisationId,
        mediaType: file.mediaType,
        bytes: file.bytes.length,
        sha256: createHash('sha256').update(file.bytes).digest(),
        storageKey: key,
        filenameSealed: this.cipher.seal('files', 'filename', id, file.filename),
        purpose: file.purpose,
        createdBy: owner.memberId,
      });
      return this.opened(row);
    } catch (error) {
      // A row that may be there must find its contents.
      if (!(error instanceof OutcomeUnknown)) await this.storage.remove(key).catch(() => undefined);
      throw error;
    }
  }

  /** The file of that id, for any caller; undefined when there is none. It reads only the row, so a transaction may be passed. */
  async find(q: Queryable, id: string): Promise<StoredFile | undefined> {
    return (await this.findAll(q, [id]))[0];
  }

  /** Those of the files that exist, ordered by id. */
  async findAll(q: Queryable, ids: readonly string[]): Promise<StoredFile[]> {
    return (await this.repository.find(q, ids)).map((row) => this.opened(row));
  }

  /** A file with its contents, for any caller: check first that the caller may see it. Throws when the contents were changed. */
  async open(id: string): Promise<{ file: StoredFile; contents: Buffer } | undefined> {
    const row = (await this.repository.find(this.database, [id]))[0];
    if (!row) return undefined;
    const sealed = await this.asked(this.storage.get(row.storageKey));
    const contents = this.cipher.openBytes('files', 'contents', id, sealed);
    if (!createHash('sha256').update(contents).digest().equals(row.sha256)) {
      throw new Error(`the contents of file ${id} are not those that were stored`);
    }
    return { file: this.opened(row), contents };
  }

  /** Removes files in the transaction that ceases to refer to them; their contents go soon after it. */
  forget(tx: Tx, ids: readonly string[]): Promise<void> {
    return this.repository.forget(tx, ids);
  }

  /** What the store was asked for; that it does not work is no fault of the request. */
  private async asked<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof FileMissing) throw error;
      this.logger.error(`the store of files failed: ${(error as Error).message}`);
      throw new FilesUnavailable({ retryAfter: RETRY_AFTER });
    }
  }

  private opened({ storageKey: _, filenameSealed, ...file }: FileEntity): StoredFile {
    return { ...file, filename: this.cipher.open('files', 'filename', file.id, filenameSealed) };
  }
}
