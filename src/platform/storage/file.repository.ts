import { columnsOf, type Queryable, type Tx } from '../database/index.js';
import { FileEntity } from './file.entity.js';

const COLUMNS = columnsOf(FileEntity);

export class FileRepository {
  async insert(q: Queryable, file: Omit<FileEntity, 'createdAt'>): Promise<FileEntity> {
    const { id, organisationId, mediaType, bytes, sha256, storageKey, filenameSealed, purpose, createdBy } = file;
    const inserted = await q.one<FileEntity>(
      `INSERT INTO files (id, organisation_id, media_type, bytes, sha256, storage_key, filename_sealed, purpose, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${COLUMNS}`,
      [id, organisationId, mediaType, bytes, sha256, storageKey, filenameSealed, purpose, createdBy],
    );
    return inserted!;
  }

  async find(q: Queryable, ids: readonly string[]): Promise<FileEntity[]> {
    return q.rows<FileEntity>(`SELECT ${COLUMNS} FROM files WHERE id = ANY($1::uuid[]) ORDER BY id`, [ids]);
  }

  /** The columns of all tables that refer to a file, as the database knows them. */
  references(q: Queryable): Promise<{ table: string; column: string }[]> {
    return q.rows(
      `SELECT k.conrelid::regclass::text AS table, a.attname AS column
         FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND k.confrelid = 'files'::regclass ORDER BY 1, 2`,
    );
  }

  /**
   * Looks at `limit` files after one, oldest first, and removes the rows of those that are old and that nothing refers to;
   * their contents wait to be removed. Answers how many it saw and the last of them.
   */
  async forgetUnused(
    tx: Tx,
    days: number,
    limit: number,
    after: string,
  ): Promise<{ seen: number; last: string | null }> {
    const named = (await this.references(tx)).map(
      ({ table, column }) => `(SELECT r.${column} FROM ${table} r WHERE r.${column} = f.id LIMIT 1) IS NULL`,
    );
    const row = await tx.one<{ seen: number; last: string | null }>(
      `WITH seen AS MATERIALIZED (
         SELECT id, created_at, ctid AS place FROM files WHERE id > $3 ORDER BY id LIMIT $2),
       unused AS MATERIALIZED (
         SELECT f.place FROM seen f WHERE ${['f.created_at < now() - make_interval(days => $1)', ...named].join(' AND ')}),
       gone AS (DELETE FROM files WHERE ctid = ANY (ARRAY(SELECT place FROM unused)) RETURNING storage_key),
       waiting AS (INSERT INTO file_removals (storage_key) SELECT storage_key FROM gone ON CONFLICT DO NOTHING)
       SELECT (SELECT count(*)::int FROM seen WHERE created_at < now() - make_interval(days => $1)) AS seen,
              (SELECT id FROM seen ORDER BY id DESC LIMIT 1) AS last`,
      [days, limit, after],
    );
    return row!;
  }

  /** Removes the rows of files that the caller no longer refers to; their contents wait to be removed. */
  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.affected(
      `WITH gone AS (DELETE FROM files WHERE id = ANY ($1::uuid[]) RETURNING storage_key)
       INSERT INTO file_removals (storage_key) SELECT storage_key FROM gone ON CONFLICT DO NOTHING`,
      [ids],
    );
  }

  /** Contents to be removed from the store, held from other processes until the transaction ends. */
  async removals(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.rows<{ key: string }>(
      'SELECT storage_key AS key FROM file_removals ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED',
      [limit],
    );
    return rows.map(({ key }) => key);
  }

  async removed(tx: Tx, keys: readonly string[]): Promise<void> {
    await tx.affected('DELETE FROM file_removals WHERE storage_key = ANY ($1::text[])', [keys]);
  }
}
