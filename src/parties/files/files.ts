import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { invalid, NotFound, orNotFound } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable } from '../../platform/database/index.js';
import type { Upload } from '../../platform/faces/index.js';
import { type NewFile, type StoredFile, StoredFiles } from '../../platform/storage/index.js';
import { Organisations } from '../worlds/index.js';

/** What a file is uploaded for, as its uploader says; the operation that names the file decides what it is. */
export const FILE_PURPOSES = [
  ...['document', 'verification-document', 'case-evidence', 'evidence', 'repayment-voucher', 'activity-attachment'],
] as const;

/** A module whose objects name files, and which decides who may read those. */
export interface FileGuard {
  /** Whether the actor may read the file; undefined when no object of the module names it. */
  mayRead(q: Queryable, actor: Actor, fileId: string): Promise<boolean | undefined>;
}

/** Files: uploaded first, then named by other operations, and only by the organisation they belong to. */
@Injectable()
export class Files {
  private readonly guards: FileGuard[] = [];

  constructor(
    private readonly stored: StoredFiles,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly organisations: Organisations,
  ) {}

  /** From now on the guard decides who else than its owner reads a file that the guard's module names. */
  guardedBy(guard: FileGuard): void {
    this.guards.push(guard);
  }

  /** Stores an upload for the actor's organisation. It goes to the store: never call it inside a transaction. */
  async receive(actor: Actor, { bytes, mediaType, filename, fields }: Upload): Promise<StoredFile> {
    const purpose = fields['purpose'] ?? 'document';
    if (!FILE_PURPOSES.some((one) => one === purpose)) {
      throw invalid('ONE_OF', { path: 'purpose', values: FILE_PURPOSES.join(', ') });
    }
    return this.keep(actor, { bytes, mediaType, filename, purpose });
  }

  /** Stores a file that the calling code has checked. It goes to the store: never call it inside a transaction. */
  keep(actor: Actor, file: NewFile): Promise<StoredFile> {
    return this.stored.store(actor, file);
  }

  /** A file with its contents. The calling code checks first that the actor may see the object that names the file. */
  open(id: string): Promise<{ file: StoredFile; contents: Buffer } | undefined> {
    return this.stored.open(id);
  }

  /** The file with its contents, for its own organisation, whom its guard admits, or else a reviewer; others' readings are recorded. */
  async read(actor: Actor, id: string): Promise<{ file: StoredFile; contents: Buffer }> {
    const file = await this.stored.find(this.database, id);
    const own = file?.organisationId === actor.organisationId;
    if (!file || (!own && !(await this.mayReadOthers(actor, file)))) throw new NotFound();
    if (!own) {
      const facts = { organisationId: file.organisationId, purpose: file.purpose };
      await this.database.transaction((tx) => this.audit.record(tx, actor, 'file.read', { kind: 'file', id }, facts));
    }
    return orNotFound(await this.open(id));
  }

  private async mayReadOthers(actor: Actor, file: StoredFile): Promise<boolean> {
    for (const guard of this.guards) {
      const may = await guard.mayRead(this.database, actor, file.id);
      if (may !== undefined) return may;
    }
    return this.mayReview(actor, file);
  }

  private async mayReview(actor: Actor, file: StoredFile): Promise<boolean> {
    if (!isReviewer(actor)) return false;
    return (await this.organisations.get(this.database, file.organisationId))?.sandboxId === actor.sandboxId;
  }

  /** Those of the files that belong to the actor's organisation. */
  async owned(q: Queryable, actor: Actor, fileIds: readonly string[]): Promise<StoredFile[]> {
    if (fileIds.length === 0) return [];
    const files = await this.stored.findAll(q, [...new Set(fileIds)]);
    return files.filter((file) => file.organisationId === actor.organisationId);
  }

  /**
   * The files by id. Throws NOT_FOUND when one does not belong to the actor's organisation, with the field that named it:
   * `paths[i]` named `fileIds[i]`.
   */
  async requireAllOwned(
    q: Queryable,
    actor: Actor,
    fileIds: readonly string[],
    paths: readonly string[],
  ): Promise<Map<string, StoredFile>> {
    const found = new Map((await this.owned(q, actor, fileIds)).map((file) => [file.id, file]));
    const missing = fileIds.findIndex((id) => !found.has(id));
    if (missing >= 0) throw new NotFound({ path: paths[missing]! });
    return found;
  }
}

/** Only people review: a key of the platform cannot open a customer's file. */
function isReviewer(actor: Actor): boolean {
  return actor.kind === 'member' && actor.organisationKind === 'platform' && actor.roles.includes('reviewer');
}
