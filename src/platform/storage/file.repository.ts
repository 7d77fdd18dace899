import type { Queryable } from '../database/index.js';

export interface FileRow {
  id: string;
  organisation_id: string;
  media_type: string;
  bytes: number;
  sha256: Buffer;
  storage_key: string;
  filename_sealed: Buffer;
  purpose: string;
  created_by: string | null;
  created_at: Date;
}

export class FileRepository {
  async insert(q: Queryable, row: Omit<FileRow, 'created_at'>): Promise<FileRow> {
    const inserted = await q.one<FileRow>(
      `INSERT INTO files (id, organisation_id, media_type, bytes, sha256, storage_key, filename_sealed, purpose, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *`,
      [
        row.id,
        row.organisation_id,
        row.media_type,
        row.bytes,
        row.sha256,
        row.storage_key,
        row.filename_sealed,
        row.purpose,
        row.created_by,
      ],
    );
    return inserted!;
  }

  async find(q: Queryable, ids: readonly string[]): Promise<FileRow[]> {
    return q.rows<FileRow>('SELECT * FROM files WHERE id = ANY($1::uuid[]) ORDER BY id', [ids]);
  }
}
