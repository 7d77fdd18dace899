import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionStore, Tokens } from '@recourse/client';

/** One stored sign-in. */
export interface Profile {
  baseUrl: string;
  apiKey?: string;
  session?: Tokens;
  /** What `listen` signs with, so that the receiver needs to be told once. */
  listenSecret?: string;
}

type Stored = Record<string, Profile>;

const STALE_LOCK_MS = 30_000;
const LOCK_WAIT_MS = 50;

/**
 * The stored sign-ins: a file that only its owner can read, replaced as a whole. Several commands may run at once, so
 * whoever changes it holds a lock.
 */
export class Profiles {
  private readonly file: string;

  constructor(env: Readonly<Record<string, string | undefined>>, home: string) {
    this.file = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'recourse', 'profiles.json');
  }

  async read(name: string): Promise<Profile | undefined> {
    return (await this.all())[name];
  }

  /** Changes one profile; undefined removes it. */
  change(name: string, change: (profile: Profile | undefined) => Profile | undefined): Promise<void> {
    return this.alone(async () => {
      const all = await this.all();
      const changed = change(all[name]);
      if (changed === undefined) delete all[name];
      else all[name] = changed;
      await this.write(all);
    });
  }

  /** The session of a profile, shared by every command that uses it. */
  sessionOf(name: string): SessionStore {
    return {
      alone: (work) => this.alone(work),
      read: async () => (await this.read(name))?.session,
      write: async (session) => {
        const all = await this.all();
        const profile = all[name];
        if (profile) await this.write({ ...all, [name]: { ...profile, session } });
      },
    };
  }

  private async all(): Promise<Stored> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')) as Stored;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
  }

  private async write(all: Stored): Promise<void> {
    const fresh = `${this.file}.${process.pid}`;
    await writeFile(fresh, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    await chmod(fresh, 0o600);
    await rename(fresh, this.file);
  }

  /** One at a time, over processes too. The lock of a killed one is broken after a while. */
  private async alone<T>(work: () => Promise<T>): Promise<T> {
    const lock = `${this.file}.lock`;
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    for (;;) {
      try {
        await (await open(lock, 'wx', 0o600)).close();
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const age = await stat(lock).then(
          ({ mtimeMs }) => Date.now() - mtimeMs,
          () => 0,
        );
        if (age > STALE_LOCK_MS) await rm(lock, { force: true });
        else await sleep(LOCK_WAIT_MS);
      }
    }
    try {
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  }
}
