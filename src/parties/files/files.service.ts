import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { InvalidInput, NotFound } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable } from '../../platform/database/index.js';
import type { Upload } from '../../platform/faces/index.js';
import { Files as FileStore, type StoredFile } from '../../platform/storage/index.js';
import { Organisations } from '../worlds/index.js';

const PURPOSE = /^[a-z][a-z0-9-]{0,39}$/;

/** Files as acts meet them: handed in first, named by an act afterwards, and only by whom they belong to. */
@Injectable()
export class Files {
  constructor(
    private readonly store: FileStore,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly organisations: Organisations,
  ) {}

  /** Keeps an upload for the actor's organisation. Goes to the store: never inside a transaction. */
  async receive(actor: Actor, { bytes, mediaType, filename, fields }: Upload): Promise<StoredFile> {
    const purpose = fields['purpose'] ?? 'document';
    if (!PURPOSE.test(purpose)) {
      throw new InvalidInput({ path: 'purpose', details: { reason: 'must be lower-case words joined by hyphens' } });
    }
    return this.store.store(actor, { bytes, mediaType, filename, purpose });
  }

  /** The file with its contents, for its own organisation or a reviewer of the platform; a reviewer's look is put on record. */
  async read(actor: Actor, id: string): Promise<{ file: StoredFile; contents: Buffer }> {
    const file = await this.store.find(this.database, id);
    const own = file?.organisationId === actor.organisationId;
    if (!file || (!own && !(await this.mayReview(actor, file)))) throw new NotFound();
    if (!own) {
      const facts = { organisationId: file.organisationId, purpose: file.purpose };
      await this.database.transaction((tx) => this.audit.record(tx, actor, 'file.read', { kind: 'file', id }, facts));
    }
    const found = await this.store.open(id);
    if (!found) throw new NotFound();
    return found;
  }

  private async mayReview(actor: Actor, file: StoredFile): Promise<boolean> {
    if (!isReviewer(actor)) return false;
    return (await this.organisations.get(this.database, file.organisationId))?.sandboxId === actor.sandboxId;
  }

  /** Those of the files that belong to the actor's organisation. */
  async owned(q: Queryable, actor: Actor, fileIds: readonly string[]): Promise<StoredFile[]> {
    if (fileIds.length === 0) return [];
    const files = await this.store.findAll(q, [...new Set(fileIds)]);
    return files.filter((file) => file.organisationId === actor.organisationId);
  }

  /** The file, if it belongs to the actor's organisation; otherwise NOT_FOUND naming `path`, the input field that named it. */
  async requireOwned(q: Queryable, actor: Actor, fileId: string, path = 'fileId'): Promise<StoredFile> {
    const [file] = await this.owned(q, actor, [fileId]);
    if (!file) throw new NotFound({ path });
    return file;
  }

  /** The same for several at once; `paths[i]` is the field that named `fileIds[i]`. */
  async requireAllOwned(
    q: Queryable,
    actor: Actor,
    fileIds: readonly string[],
    paths: readonly string[] = fileIds.map((_, index) => `fileIds[${index}]`),
  ): Promise<Map<string, StoredFile>> {
    const found = new Map((await this.owned(q, actor, fileIds)).map((file) => [file.id, file]));
    const missing = fileIds.findIndex((id) => !found.has(id));
    if (missing >= 0) throw new NotFound({ path: paths[missing] ?? 'fileId' });
    return found;
  }
}

/** Reviewing is done by people: a key of the platform opens no customer's file. */
function isReviewer(actor: Actor): boolean {
  return actor.kind === 'member' && actor.organisationKind === 'platform' && actor.roles.includes('reviewer');
}
