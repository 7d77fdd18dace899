import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { DataFolder } from './data-folder.js';
import { announce, answersFor } from './identity.js';

const { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } = fs;

describe('the folder of the demo', () => {
  let parent: string;
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    parent = realpathSync(mkdtempSync(join(tmpdir(), 'demo-folder-')));
    folder = join(parent, 'demo');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(parent, { recursive: true, force: true });
  });

  const noteIn = (at: string) => JSON.parse(readFileSync(join(at, 'demo.json'), 'utf8')) as Record<string, unknown>;
  const changeNote = (change: object) =>
    writeFileSync(join(folder, 'demo.json'), JSON.stringify({ ...noteIn(folder), ...change }));
  /** What a demo and its server leave. */
  const leaveDemo = async () => {
    const demo = await DataFolder.claim(folder);
    mkdirSync(join(folder, 'files'));
    writeFileSync(join(folder, 'files', 'a'), 'a');
    writeFileSync(join(folder, 'server.log'), 'a');
    demo.release();
  };

  it('is made when missing, taken when empty, and cleared when an earlier demo left it', async () => {
    await leaveDemo();
    const demo = await DataFolder.claim(folder);
    expect(readdirSync(folder)).toEqual(['demo.json']);
    demo.release();
    const empty = join(parent, 'empty');
    mkdirSync(empty);
    (await DataFolder.claim(empty)).release();
  });

  it.each([
    ['photos', (at: string) => mkdirSync(join(at, 'photos'))],
    ['the data of a live platform', (at: string) => writeFileSync(join(at, 'master.key'), 'precious')],
    ['a demo.json of another program', (at: string) => writeFileSync(join(at, 'demo.json'), '{"name":"a demo"}')],
    [
      'a note of a former version',
      (at: string) => writeFileSync(join(at, 'demo.json'), '{"demo":{"pid":1,"program":"demo"},"server":null}'),
    ],
    ['a note that is no JSON', (at: string) => writeFileSync(join(at, 'demo.json'), 'demo')],
  ])('is refused with %s in it, and nothing is touched', async (_, put) => {
    mkdirSync(folder);
    put(folder);
    const before = readdirSync(folder);
    await expect(DataFolder.claim(folder)).rejects.toThrow(/neither empty nor the folder of an earlier demo/);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is refused when somebody keeps things beside what the demo made', async () => {
    await leaveDemo();
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    await expect(DataFolder.claim(folder)).rejects.toThrow(/did not make: thesis\.txt/);
    expect(readdirSync(folder).sort()).toEqual(['demo.json', 'files', 'server.log', 'thesis.txt']);
  });

  it('is refused as a copy of a demo, which somebody made to keep it', async () => {
    await leaveDemo();
    const copy = join(parent, 'copy');
    fs.cpSync(folder, copy, { recursive: true });
    await expect(DataFolder.claim(copy)).rejects.toThrow(/neither empty/);
    expect(existsSync(join(copy, 'files', 'a'))).toBe(true);
  });

  it('removes a link and not what it leads to', async () => {
    await leaveDemo();
    const precious = join(parent, 'precious');
    mkdirSync(precious);
    writeFileSync(join(precious, 'a'), 'a');
    rmSync(join(folder, 'files'), { recursive: true });
    fs.symlinkSync(precious, join(folder, 'files'));
    (await DataFolder.claim(folder)).release();
    expect(existsSync(join(precious, 'a'))).toBe(true);
  });

  it('is refused while another demo plays there, and free when that one has ended', async () => {
    const playing = await DataFolder.claim(folder);
    await expect(DataFolder.claim(folder)).rejects.toThrow(/Another demo plays/);
    playing.release();
    expect(noteIn(folder)).toMatchObject({ demo: null, server: null });
    (await DataFolder.claim(folder)).release();
  });

  it('waits for the server of a killed demo, which drains by itself', async () => {
    await leaveDemo();
    const { token } = noteIn(folder) as { token: string };
    const server = await announce(token);
    changeNote({ server: server.port });
    let claimed = false;
    const next = DataFolder.claim(folder).then((demo) => {
      claimed = true;
      return demo;
    });
    for (let asked = 0; asked < 20; asked += 1) await answersFor(token, server.port);
    expect(claimed).toBe(false);
    server.close();
    (await next).release();
  });

  it.each([false, true])(
    'leaves strangers alone that were given a pid or a port of an earlier demo, /proc hidden: %s',
    async (hidden) => {
      await leaveDemo();
      if (hidden) hideProc();
      const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
      children.push(bystander);
      const kill = jest.spyOn(process, 'kill');
      // Another program listens on the noted ports now, even another demo with a token of its own.
      const another = await announce('another');
      changeNote({ demo: another.port, server: another.port, pid: bystander.pid });
      (await DataFolder.claim(folder)).release();
      expect(kill.mock.calls.filter(([, signal]) => signal !== 0)).toEqual([]);
      expect([bystander.exitCode, bystander.signalCode]).toEqual([null, null]);
      another.close();
    },
  );

  it('has a server that ends in order when the demo is killed, and can be recognised until then', async () => {
    for (const name of ['identity', 'keeper']) {
      const { code } = transformFileSync(join(__dirname, `${name}.ts`), {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      });
      writeFileSync(join(parent, `${name}.js`), code);
    }
    writeFileSync(join(parent, 'package.json'), '{"type":"module"}');
    writeFileSync(
      join(parent, 'server.js'),
      `import { writeFileSync } from 'node:fs';
      setInterval(() => {}, 1e6);
      process.on('SIGINT', () => { writeFileSync('drained', ''); process.exit(0); });`,
    );
    writeFileSync(
      join(parent, 'demo.js'),
      `import { spawn } from 'node:child_process';
      const server = spawn(process.execPath, ['--import', './keeper.js', 'server.js'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      server.once('message', ({ port }) => process.send(port));
      server.send({ token: 'secret' });`,
    );
    const demo = spawn(process.execPath, ['demo.js'], { cwd: parent, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    children.push(demo);
    const port = await new Promise<number>((resolve) => demo.once('message', (message) => resolve(message as number)));
    expect([await answersFor('secret', port), await answersFor('guess', port)]).toEqual([true, false]);
    demo.kill('SIGKILL');
    while (await answersFor('secret', port));
    // Its door closes before it has ended.
    while (!existsSync(join(parent, 'drained'))) await new Promise((again) => setTimeout(again, 20));
  });
});

/** As on macOS and Windows. */
function hideProc(): void {
  const { existsSync: exists, readFileSync: read } = fs;
  jest.spyOn(fs, 'existsSync').mockImplementation((path) => !String(path).startsWith('/proc') && exists(path));
  jest.spyOn(fs, 'readFileSync').mockImplementation(((path: fs.PathOrFileDescriptor, ...rest: []) => {
    if (String(path).startsWith('/proc')) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return read(path, ...rest);
  }) as typeof read);
}
