import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId, WrongState } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import type { Upload } from '../../platform/faces/index.js';
import { type ErpDocument, readUblFiles } from '../erp/index.js';
import { DocumentJudge } from './document-judge.js';
import type { Counts } from './erp-connection.entity.js';
import { ErpConnectionOfOtherKind } from './erp-connection.refusals.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { ErpConnections } from './erp-connections.service.js';
import { FILE, type SyncedRow, SyncRowRepository } from './sync-row.repository.js';
import { type SyncRun, SyncRunRepository } from './sync-run.repository.js';

type UblFile = Pick<Upload, 'bytes' | 'filename'>;

/** UBL 2.1 documents as files: each gets its outcome at once. */
@Injectable()
export class UblUploads {
  constructor(
    private readonly database: Database,
    private readonly service: ErpConnections,
    private readonly judge: DocumentJudge,
    private readonly runs: SyncRunRepository,
    private readonly rows: SyncRowRepository,
    private readonly clock: Clock,
  ) {}

  /** Refuses a connection or a creditor that may not send documents, before any file is read. */
  async admit(actor: Actor, id: string): Promise<ErpConnection> {
    const connection = await this.service.get(actor, id);
    const { kind, state } = connection;
    if (kind !== 'ubl') throw new ErpConnectionOfOtherKind({ path: 'id', details: { kind } });
    if (state === 'paused') throw new WrongState({ path: 'id', details: { state } });
    await this.judge.assertMayPost(connection);
    return connection;
  }

  /** A file that is not a UBL document is rejected alone. The same file again changes nothing. */
  async receive(connection: ErpConnection, files: readonly UblFile[]): Promise<SyncRun> {
    const documents: ErpDocument[] = [];
    const unreadable: SyncedRow[] = [];
    const replies = await readUblFiles(files.map(({ bytes }) => bytes));
    for (const [n, reply] of replies.entries()) {
      if ('document' in reply) documents.push(keyed(reply.document, files[n]!));
      else unreadable.push(refused(files[n]!, reply.fault));
    }
    const decided = [...(await this.judge.decide(connection, documents)), ...unreadable];
    return this.keep(connection.id, [...new Map(decided.map((row) => [row.documentKey, row])).values()]);
  }

  private async keep(connectionId: string, decided: readonly SyncedRow[]): Promise<SyncRun> {
    const counts: Counts = {};
    for (const { outcome } of decided) counts[outcome] = (counts[outcome] ?? 0) + 1;
    return this.database.transaction(async (tx) => {
      const id = newId(this.clock.millis());
      const run = await this.runs.keepUpload(tx, { id, connectionId, documents: decided.length, counts });
      // Never read again: a file is judged when it is sent.
      const rows = decided.map((row) => ({ ...row, recheckOn: null, fileName: nameOf(row) }));
      await this.rows.record(tx, connectionId, run.id, rows);
      return run;
    });
  }
}

/** The key of a document without a number is its filename. */
function keyed(document: ErpDocument, { filename }: UblFile): ErpDocument {
  return document.number === null ? { ...document, key: FILE + filename } : document;
}

function nameOf({ number, documentKey }: SyncedRow): string | null {
  return number === null ? documentKey.slice(FILE.length) : null;
}

function refused({ filename }: UblFile, code: string): SyncedRow {
  const reasons = [{ code, field: '', params: {} }];
  return { documentKey: FILE + filename, number: null, outcome: 'rejected', caseId: null, reasons, recheckOn: null };
}
