import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@recourse/embedded-postgres';
import pg from 'pg';
import { cloneInto, nativeOf, Outsider, postmasterOf, privateFolder, serversOf } from './embedded-postgres.clone.js';

const ORDINARY_UID = 20_001;
/** A machine may have twenty other things to do. */
const PATIENCE_MS = 900_000;
const asRoot = process.getuid?.() === 0 && process.platform === 'linux' ? it : it.skip;

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !holds(); ) {
    if (performance.now() > end) throw new Error('did not come to hold');
    await sleep(20);
  }
}

describe('embedded PostgreSQL', () => {
  let folder: string;
  let clone: string;
  let shared: string;
  const running: EmbeddedPostgres[] = [];

  const start = async (dataDir: string, more: { durable?: boolean; port?: number } = {}) => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, ...more });
    running.push(server);
    return server;
  };

  beforeAll(() => {
    shared = mkdtempSync(join(tmpdir(), 'embedded-clone-'));
    chmodSync(shared, 0o755);
    clone = cloneInto(join(shared, 'clone'));
  });
  afterAll(() => rmSync(shared, { recursive: true, force: true }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-'));
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    for (const pid of serversOf(folder)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts cold, keeps its data and port over a restart, and leaves no process', async () => {
    const dataDir = join(folder, 'data');
    const first = await start(dataDir);
    expect(first.adopted).toBe(false);
    await ask(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    expect(serversOf(first.home)).toEqual([]);

    const second = await start(dataDir);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect([second.port, second.adopted]).toEqual([first.port, false]);
    await second.stop();
    await second.stop();
    expect(serversOf(first.home)).toEqual([]);
  });

  it('gives the owner the database and the right to create roles, and nobody a way in without the password', async () => {
    const server = await start(join(folder, 'data'));
    const [owner] = await ask<object>(
      server.url,
      `select rolsuper, rolcreaterole, pg_get_userbyid(d.datdba) as owner, pg_encoding_to_char(encoding) as encoding, datcollate
         from pg_roles, pg_database d where rolname = current_user and datname = current_database()`,
    );
    expect(owner).toEqual({
      rolsuper: false,
      rolcreaterole: true,
      owner: 'recourse_owner',
      encoding: 'UTF8',
      datcollate: 'C',
    });
    await ask(server.url, 'create role recourse_app nologin; grant recourse_app to recourse_owner with set true');
    await ask(server.url, 'set role recourse_app');
    const open = new URL(server.url);
    open.password = 'guess';
    await expect(ask(open.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it.each([
    [true, 'on'],
    [false, 'off'],
  ])('durable %s turns the safety against power loss %s', async (durable, expected) => {
    const server = await start(join(folder, 'data'), { durable });
    const names = ['fsync', 'synchronous_commit', 'full_page_writes'];
    for (const name of names) {
      const [row] = await ask<Record<string, string>>(server.url, `show ${name}`);
      expect(row).toEqual({ [name]: expected });
    }
  });

  it('takes over the server and the data of a killed parent, and ends it afterwards', async () => {
    const dataDir = join(folder, 'data');
    const parent = new Outsider(clone, { dataDir });
    const told = await parent.told();
    await ask(told.url, 'create table kept as select 42 as answer');
    await parent.kill();
    const pid = postmasterOf(told.home);

    const server = await start(dataDir);
    expect([server.adopted, server.port, postmasterOf(server.home)]).toEqual([true, told.port, pid]);
    expect(await ask(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await server.stop();
    expect(serversOf(server.home)).toEqual([]);
  });

  it('is ended by its last user, not by its first', async () => {
    const dataDir = join(folder, 'data');
    const starter = new Outsider(clone, { dataDir });
    const told = await starter.told();
    const guest = await start(dataDir);
    expect(guest.adopted).toBe(true);
    await guest.stop();
    expect(serversOf(told.home)).toHaveLength(1);

    const worker = await start(dataDir);
    await starter.say('stop');
    await expect(ask(worker.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await worker.stop();
    expect(serversOf(told.home)).toEqual([]);
    await starter.say('exit');
  });

  it('lets processes that start at the same moment share one server', async () => {
    for (const round of [1, 2, 3]) {
      const outsiders = [1, 2, 3].map(() => new Outsider(clone, { dataDir: join(folder, `data-${round}`) }));
      const told = await Promise.all(outsiders.map((outsider) => outsider.told()));
      expect(told.map(({ failed, message }) => failed && message)).toEqual([undefined, undefined, undefined]);
      expect(new Set(told.map(({ port }) => port)).size).toBe(1);
      expect(told.filter(({ adopted }) => !adopted)).toHaveLength(1);
      for (const { url } of told) await ask(url, 'select 1');
      for (const outsider of outsiders) await outsider.say('stop');
      expect(serversOf(told[0]!.home)).toEqual([]);
      for (const outsider of outsiders) await outsider.say('exit');
    }
  });

  it('ends with a parent that exits without a word', async () => {
    const parent = new Outsider(clone, { dataDir: join(folder, 'data') });
    const { home } = await parent.told();
    expect(serversOf(home)).toHaveLength(1);
    await parent.say('exit');
    await until(() => serversOf(home).length === 0);
  });

  it('recovers when the server itself was killed', async () => {
    const dataDir = join(folder, 'data');
    const first = await start(dataDir, { durable: true });
    await ask(first.url, 'create table kept as select 42 as answer');
    process.kill(postmasterOf(first.home), 'SIGKILL');
    const second = await start(dataDir, { durable: true });
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('is started again where it was when it is killed while we live, and says so when that fails', async () => {
    const said: string[] = [];
    let lost: Error | undefined;
    const server = await startEmbeddedPostgres({
      dataDir: folder,
      durable: true,
      log: (line) => said.push(line),
      lost: (error) => {
        lost = error;
      },
    });
    running.push(server);
    await ask(server.ownerUrl, 'CREATE TABLE kept (n int)');
    process.kill(postmasterOf(folder)!, 'SIGKILL');
    while (!said.some((line) => line.includes('runs again'))) await sleep(20);
    expect(await ask(server.ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
    expect(lost).toBeUndefined();

    // Somebody else takes its port while it is down.
    const thief = createServer();
    process.kill(postmasterOf(folder)!, 'SIGKILL');
    for (let taken = false; !taken; ) {
      taken = await new Promise<boolean>((resolve) => {
        thief.removeAllListeners();
        thief.once('error', () => resolve(false));
        thief.listen(server.port, '127.0.0.1', () => resolve(true));
      });
    }
    while (!lost) await sleep(20);
    expect(lost.message).toContain('in use');
    await new Promise((closed) => thief.close(closed));
  });

  it('does not count the users of a folder that it was copied from', async () => {
    const original = await start(folder);
    const copy = mkdtempSync(join(tmpdir(), 'embedded-copy-'));
    chmodSync(copy, 0o755);
    try {
      const server = await start(copy);
      // A copy of a running folder brings the note of a living user with it.
      for (const name of readdirSync(join(folder, 'users'))) {
        writeFileSync(join(copy, 'users', `${name}0`), readFileSync(join(folder, 'users', name)));
      }
      const pid = postmasterOf(copy)!;
      await server.stop();
      expect(serversOf(copy)).toEqual([]);
      expect(() => process.kill(pid, 0)).toThrow();
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
    await original.stop();
  });

  it('is not deceived by a pid file that names a stranger', async () => {
    const dataDir = join(folder, 'data');
    const first = await start(dataDir);
    const file = join(first.home, 'cluster/data/postmaster.pid');
    const text = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
    const second = await start(dataDir);
    expect([second.adopted, postmasterOf(second.home)]).not.toEqual([true, process.pid]);
    await ask(second.url, 'select 1');
  });

  it('says that a port is taken, and moves when it was free to choose', async () => {
    const dataDir = join(folder, 'data');
    const first = await start(dataDir);
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    try {
      await expect(start(dataDir, { port: first.port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
      const second = await start(dataDir);
      expect(second.port).not.toBe(first.port);
    } finally {
      squatter.close();
    }
  });

  it('says why a server does not start', async () => {
    const dataDir = join(folder, 'data');
    const first = await start(dataDir);
    await first.stop();
    writeFileSync(join(first.home, 'cluster/data/PG_VERSION'), '9\n');
    const failed = start(dataDir);
    await expect(failed).rejects.toMatchObject({ name: 'EmbeddedPostgresFailed', code: 'START_FAILED' });
    await expect(failed).rejects.toThrow(/incompatible with server/);
    expect(serversOf(first.home)).toEqual([]);
  });

  it('makes the links that an installation without scripts lacks', async () => {
    const bare = cloneInto(join(folder, 'bare'));
    const links = readdirSync(join(nativeOf(bare), 'lib'), { withFileTypes: true }).filter((file) =>
      file.isSymbolicLink(),
    );
    for (const link of links) rmSync(join(nativeOf(bare), 'lib', link.name));
    const outsider = new Outsider(bare, { dataDir: join(folder, 'data') });
    const { url } = await outsider.told();
    expect(links.every(({ name }) => existsSync(join(nativeOf(bare), 'lib', name)))).toBe(true);
    await ask(url, 'select 1');
    await outsider.say('exit');
  });

  asRoot('runs for an ordinary user, even one without a name, whose installation cannot be written', async () => {
    const bare = cloneInto(join(folder, 'bare'));
    rmSync(join(nativeOf(bare), 'lib/libpq.so.5'), { force: true });
    chownSync(folder, ORDINARY_UID, ORDINARY_UID);
    const outsider = new Outsider(bare, { dataDir: join(folder, 'data') }, ORDINARY_UID);
    const { url, home, failed, message } = await outsider.told();
    expect([failed, message]).toEqual([undefined, undefined]);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(home, 'binaries'))).toBe(true);
    await outsider.say('stop');
    expect(serversOf(home)).toEqual([]);

    const root = await start(join(folder, 'data'));
    expect(await ask(root.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await root.stop();
    const again = new Outsider(bare, { dataDir: join(folder, 'data') }, ORDINARY_UID);
    expect(await again.told()).toMatchObject({ adopted: false });
    await again.say('exit');
    await outsider.say('exit');
  });

  asRoot('tells an ordinary user that the folder is not theirs', async () => {
    const dataDir = join(folder, 'data');
    await (await start(dataDir)).stop();
    const outsider = new Outsider(clone, { dataDir }, ORDINARY_UID);
    expect(await outsider.told()).toMatchObject({ failed: 'FOLDER_UNUSABLE' });
  });

  asRoot('runs as root from a clone and a data folder that only root may enter', async () => {
    const inside = privateFolder(folder);
    const hidden = cloneInto(join(inside, 'clone'));
    const dataDir = join(inside, 'data');
    const copiedBefore = existsSync('/var/lib/recourse/binaries');
    const outsider = new Outsider(hidden, { dataDir });
    const { url, home, failed, message } = await outsider.told();
    try {
      expect([failed, message]).toEqual([undefined, undefined]);
      expect(home).toMatch(/^\/var\/lib\/recourse\/data-/);
      await ask(url, 'create table kept as select 42 as answer');
      await outsider.kill();

      const next = new Outsider(hidden, { dataDir });
      const told = await next.told();
      expect(told).toMatchObject({ home, adopted: true });
      expect(await ask(told.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      await next.say('stop');
      expect(serversOf(home)).toEqual([]);
      await next.say('exit');
    } finally {
      if (home) rmSync(home, { recursive: true, force: true });
      if (!copiedBefore) rmSync('/var/lib/recourse/binaries', { recursive: true, force: true });
    }
  });
});
