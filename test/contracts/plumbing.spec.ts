import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestingModule } from '@nestjs/testing';
import { Audit, AuditModule } from '../../src/platform/audit/index.js';
import { BlindIndex, CryptoModule, FieldCipher, KeyRing } from '../../src/platform/crypto/index.js';
import { arrayOf, Database } from '../../src/platform/database/index.js';
import { StorageModule, StoredFiles } from '../../src/platform/storage/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const MASTER = randomBytes(32).toString('base64');

describe('audit, keys and files', () => {
  let database: TestDatabase;
  let folder: string;
  const processes: TestingModule[] = [];
  const start = async (masterKey = MASTER) => {
    const made = await processWith(database, [AuditModule, CryptoModule, StorageModule], [], {
      DATA_DIR: folder,
      MASTER_KEY: masterKey,
    });
    processes.push(await made.init());
    return made;
  };

  beforeAll(async () => {
    // Its own database: its keys belong to a master key of its own.
    database = await namedDatabase('recourse_plumbing', { fresh: true });
    folder = await mkdtemp(join(tmpdir(), 'recourse-plumbing-'));
  });
  afterAll(async () => {
    for (const made of processes) await made.close();
  });

  it('reads columns sent as bytes as they were', async () => {
    const db = (await start()).get(Database);
    const texts = ['a', '', null, '"quoted" \\ {b,c}', '所\n债😀'];
    const bytes = [Buffer.alloc(0), null, randomBytes(300)];
    const ids = [randomUUID(), null, randomUUID()];
    const [read] = await db.rows(
      'SELECT $1::text[] AS texts, $2::bytea[] AS bytes, $3::uuid[] AS ids, $4::text[] AS none',
      [...[arrayOf('text', texts), arrayOf('bytea', bytes), arrayOf('uuid', ids), arrayOf('text', [])]],
    );
    expect(read).toEqual({ texts, bytes, ids, none: [] });
    await expect(db.rows('SELECT $1::text[]', [arrayOf('text', ['\0'])])).rejects.toMatchObject({ code: '22021' });
    await expect(db.rows('SELECT $1::uuid[]', [arrayOf('uuid', ['no id'])])).rejects.toThrow('insufficient data');
  });

  it('records acts that nobody can change or remove, not even the owner', async () => {
    const made = await start();
    const db = made.get(Database);
    const actor = { organisationId: randomUUID(), memberId: randomUUID(), apiKeyId: null };
    const subject = { kind: 'application', id: randomUUID() };
    await db.transaction((tx) => made.get(Audit).record(tx, actor, 'verification.approve', subject, { score: 7 }));
    await db.transaction((tx) => made.get(Audit).record(tx, null, 'grab.expire', subject));
    const rows = await db.rows<{ act: string; facts: object }>(
      'SELECT act, facts FROM audit_records WHERE subject_id = $1 ORDER BY seq',
      [subject.id],
    );
    expect(rows).toEqual([
      { act: 'verification.approve', facts: { score: 7 } },
      { act: 'grab.expire', facts: {} },
    ]);
    for (const sql of [`UPDATE audit_records SET act = 'x'`, 'DELETE FROM audit_records', 'TRUNCATE audit_records']) {
      await expect(db.affected(sql)).rejects.toThrow('permission denied');
      await expect(asOwner(database, sql)).rejects.toThrow('append-only');
    }
  });

  it('makes its keys once however many processes start, and opens across them', async () => {
    const made = await Promise.all([start(), start(), start()]);
    const [one, two] = [made[0]!, made[1]!];
    const sealed = one.get(FieldCipher).seal('cases', 'debtor', 'row', '张三 13800138000');
    expect(two.get(FieldCipher).open('cases', 'debtor', 'row', sealed)).toBe('张三 13800138000');
    expect(one.get(BlindIndex).of('a.b', 'x')).toEqual(two.get(BlindIndex).of('a.b', 'x'));
    expect(await asOwner(database, 'SELECT version FROM data_keys ORDER BY version')).toEqual([
      { version: 0 },
      { version: 1 },
    ]);
  });

  it('refuses to start under another master key', async () => {
    await expect(start(randomBytes(32).toString('base64'))).rejects.toThrow('does not open data key 0');
  });

  it('seals under a new key only after everyone has read it, and still opens what the old one sealed', async () => {
    const made = await start();
    const [db, ring, cipher] = [made.get(Database), made.get(KeyRing), made.get(FieldCipher)];
    const index = made.get(BlindIndex).of('a.b', 'x');
    const old = cipher.seal('t', 'c', 'r', 'before');
    const version = await ring.rotate(db);
    expect(cipher.seal('t', 'c', 'r', 'x').readUInt16BE(1)).toBe(version - 1);
    await asOwner(database, `UPDATE data_keys SET created_at = now() - interval '1 hour' WHERE version = $1`, [
      version,
    ]);
    await ring.reload(db);
    const sealed = cipher.seal('t', 'c', 'r', 'after');
    expect(sealed.readUInt16BE(1)).toBe(version);
    expect(cipher.open('t', 'c', 'r', old)).toBe('before');
    const fresh = await start();
    expect(fresh.get(FieldCipher).open('t', 'c', 'r', sealed)).toBe('after');
    expect(fresh.get(BlindIndex).of('a.b', 'x')).toEqual(index);
  });

  it('keeps files sealed on disk and notices when they were changed', async () => {
    const made = await start();
    const files = made.get(StoredFiles);
    const owner = { organisationId: randomUUID(), memberId: randomUUID() };
    const bytes = Buffer.from('IOU: Zhang San owes 1,000 yuan '.repeat(20));
    const file = await files.store(owner, {
      bytes,
      mediaType: 'text/plain',
      filename: '张三借条.txt',
      purpose: 'evidence',
    });
    expect(await files.open(file.id)).toEqual({ file, contents: bytes });
    expect(file).toMatchObject({
      ...{ organisationId: owner.organisationId, createdBy: owner.memberId },
      bytes: bytes.length,
      filename: '张三借条.txt',
    });
    const path = join(folder, 'files', owner.organisationId, file.id);
    const onDisk = await readFile(path);
    expect(onDisk.includes(Buffer.from('Zhang San'))).toBe(false);
    const [row] = await asOwner<{ filename_sealed: Buffer }>(database, 'SELECT * FROM files WHERE id = $1', [file.id]);
    expect(row!.filename_sealed.includes(Buffer.from('张三'))).toBe(false);
    onDisk[onDisk.length - 1]! ^= 1;
    await writeFile(path, onDisk);
    await expect(files.open(file.id)).rejects.toThrow();
    expect(await files.open(randomUUID())).toBeUndefined();
  });
});
