import { columnsOf, type Queryable } from '../database/index.js';
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
}
