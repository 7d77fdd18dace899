import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedKey, FileMissing, Storage } from './storage.js';

/** A folder on the local disk: written under another name, flushed, then renamed, so that a file is whole or not there. */
export class LocalStorage extends Storage {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const path = join(this.folder, checkedKey(key));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomUUID()}.tmp`;
    try {
      await writeDurably(draft, bytes);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await flushFolder(dirname(path));
  }

  async get(key: string): Promise<Buffer> {
    return readFile(join(this.folder, checkedKey(key))).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new FileMissing(key) : error;
    });
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.folder, checkedKey(key)), { force: true });
  }

  async reachable(): Promise<boolean> {
    return mkdir(this.folder, { recursive: true, mode: 0o700 })
      .then(() => access(this.folder, constants.W_OK))
      .then(() => true)
      .catch(() => false);
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The rename itself must reach the disk too. Some systems cannot flush a folder; there the file's own flush is all there is. */
async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    return;
  }
}
