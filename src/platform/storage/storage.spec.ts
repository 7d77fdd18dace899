import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import { FileMissing, type Storage } from './storage.js';

interface Fake {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

/** One story for both: whatever a store promises, each adapter keeps. */
function keepsItsPromises(make: () => Storage) {
  const bytes = Buffer.from([0, 1, 2, 254, 255, ...Buffer.from('欠款')]);

  it('gives back the bytes, also when written again, and forgets what is removed', async () => {
    const storage = make();
    expect(await storage.reachable()).toBe(true);
    await storage.put('org-a/file-1', Buffer.from('draft'));
    await storage.put('org-a/file-1', bytes);
    expect((await storage.get('org-a/file-1')).equals(bytes)).toBe(true);
    await storage.remove('org-a/file-1');
    await storage.remove('org-a/file-1');
    await expect(storage.get('org-a/file-1')).rejects.toThrow(FileMissing);
  });

  it.each(['../master.key', '/etc/passwd', 'a/../../b', '', 'a//b', 'a\\b', 'A', '.hidden'])(
    'refuses the key %j',
    async (key) => {
      await expect(make().put(key, bytes)).rejects.toThrow('not a storage key');
      await expect(make().get(key)).rejects.toThrow('not a storage key');
    },
  );
}

describe('a local folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recourse-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  keepsItsPromises(() => new LocalStorage(folder));

  it('leaves no drafts behind', async () => {
    await new LocalStorage(folder).put('org-b/file-2', Buffer.from('x'));
    expect(await readdir(join(folder, 'org-b'))).toEqual(['file-2']);
  });
});

describe('an object store', () => {
  let folder: string;
  let fake: Fake;
  let storage: S3Storage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recourse-s3-'));
    const S3rver = require('s3rver') as new (options: object) => Fake;
    fake = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'recourse' }],
    });
    const { port } = await fake.run();
    storage = new S3Storage({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'recourse',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    });
  });
  afterAll(async () => {
    storage.close();
    await fake.close();
    await rm(folder, { recursive: true });
  });

  keepsItsPromises(() => storage);
});
