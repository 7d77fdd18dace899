import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Where Debian keeps servers with their tools, the newest last. */
const HOME = '/usr/lib/postgresql';
const found = existsSync(HOME)
  ? readdirSync(HOME)
      .sort((one, other) => Number(one) - Number(other))
      .map((major) => join(HOME, major, 'bin'))
  : [];

/** `initdb` refuses an account without a name. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The folder of `initdb`, `postgres`, `pg_dump` and `pg_restore`, where this machine has them all and this account may use them. */
export const PG_BIN = found.findLast(
  (bin) => hasName() && ['initdb', 'postgres', 'pg_dump', 'pg_restore'].every((tool) => existsSync(join(bin, tool))),
);

/** PostgreSQL refuses to run as root. */
const ACCOUNT = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A PostgreSQL that somebody else installed: an empty server with the owner and the database that the pages tell to make. */
export class OwnServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(setup: string): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'own-server-'));
    if (ACCOUNT.uid) chownSync(folder, ACCOUNT.uid, ACCOUNT.gid);
    const data = join(folder, 'data');
    const options = ['-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    const made = spawnSync(join(PG_BIN!, 'initdb'), ['-D', data, ...options], { ...ACCOUNT, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    const port = await freePort();
    const args = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'fsync=off'];
    const child = spawn(join(PG_BIN!, 'postgres'), args, { ...ACCOUNT, stdio: 'ignore' });
    const server = new OwnServer(child, folder, port);
    while (!(await server.says('SELECT 1'))) await pause(50);
    for (const statement of setup.split(';').filter((one) => one.trim())) await server.tell(statement);
    return server;
  }

  url(user: string, password: string): string {
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/recourse`;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGINT');
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async tell(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: `postgres://postgres@127.0.0.1:${this.port}/postgres` });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private says(sql: string): Promise<boolean> {
    return this.tell(sql).then(
      () => true,
      () => false,
    );
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
