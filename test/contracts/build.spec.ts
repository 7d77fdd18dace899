import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A small product of the same shape, with the real build script and the real compiler. */
describe('the build', () => {
  let root: string;
  const at = (...path: string[]) => join(root, ...path);
  const write = (path: string, text: string) => writeFileSync(at(path), text);
  const build = (...args: string[]) => run(process.execPath, ['packages/build/build.mjs', ...args], { cwd: root });
  const times = () => ['dist/src/main.js', 'packages/tool/dist/index.js'].map((path) => statSync(at(path)).mtimeMs);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'recourse-build-'));
    for (const folder of ['src', 'packages/tool/src', 'packages/build']) mkdirSync(at(folder), { recursive: true });
    cpSync('packages/build/build.mjs', at('packages/build/build.mjs'));
    symlinkSync(join(process.cwd(), 'node_modules'), at('node_modules'));
    const options = { module: 'nodenext', target: 'es2023', types: [], skipLibCheck: true, strict: true };
    write('tsconfig.json', JSON.stringify({ compilerOptions: options }));
    const extended = (rootDir: string, include: string) =>
      JSON.stringify({
        extends: `${rootDir === '.' ? '.' : '../..'}/tsconfig.json`,
        compilerOptions: { rootDir, outDir: 'dist' },
        include: [include],
      });
    write('tsconfig.build.json', extended('.', 'src'));
    write('packages/tool/tsconfig.json', extended('src', 'src'));
    write('package.json', '{"name":"product","type":"module"}');
    write('package-lock.json', '{}');
    write('packages/tool/package.json', '{"name":"@recourse/tool","type":"module"}');
    write('packages/tool/src/index.ts', 'export const tool = 1;\n');
    write('src/main.ts', 'export const main = 1;\n');
    write('src/thread.ts', 'export const thread = 1;\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('builds what is stale, says so, and leaves alone what is not', async () => {
    expect((await build()).stderr).toContain('Building');
    expect(readFileSync(at('dist/src/main.js'), 'utf8')).toContain('main = 1');
    const before = times();
    expect(await build()).toEqual({ stdout: '', stderr: '' });
    write('src/main.ts', 'export const main = 2;\n');
    await build();
    expect(readFileSync(at('dist/src/main.js'), 'utf8')).toContain('main = 2');
    const after = times();
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([false, true]);
  });

  it.each([
    ['a package it needs', 'packages/tool/src/index.ts', 'export const tool = 2;\n'],
    ['the locked dependencies', 'package-lock.json', '{"lockfileVersion":3}'],
    ['a compiler option', 'tsconfig.json', undefined],
    ['a file more', 'src/more.ts', 'export const more = 1;\n'],
  ])('is stale after a change of %s', async (_, path, text) => {
    await build();
    write(path, text ?? readFileSync(at(path), 'utf8').replace('es2023', 'es2022'));
    expect((await build()).stderr).toContain('Building');
    expect((await build()).stderr).toBe('');
  });

  it('is stale when its result was removed, and when asked to be', async () => {
    await build();
    rmSync(at('packages/tool/dist'), { recursive: true });
    await build();
    expect(existsSync(at('packages/tool/dist/index.js'))).toBe(true);
    expect((await build('--force')).stderr).toContain('Building');
  });

  it('takes away what has no source any more', async () => {
    await build();
    rmSync(at('src/thread.ts'));
    await build();
    expect(readdirSync(at('dist/src')).filter((name) => name.endsWith('.js'))).toEqual(['main.js']);
  });

  it('changes nothing when it fails, and leaves no draft', async () => {
    await build();
    write('src/main.ts', 'export const main: string = 2;\n');
    await expect(build()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('main.ts') });
    expect(readFileSync(at('dist/src/main.js'), 'utf8')).toContain('main = 1');
    expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([]);
    write('src/main.ts', 'export const main = 3;\n');
    await build();
    expect(readFileSync(at('dist/src/main.js'), 'utf8')).toContain('main = 3');
  });

  it('lets a server that runs from it find its files throughout, also when several build at once', async () => {
    await build();
    const watched = [at('dist/src/thread.js'), at('dist/src/main.js'), at('packages/tool/dist/index.js')];
    const watcher = spawn(process.execPath, [
      '-e',
      `let missing = 0, ended = false;
       process.stdin.on('data', () => { ended = true; });
       const look = () => {
         for (const path of ${JSON.stringify(watched)}) if (!require('node:fs').existsSync(path)) missing += 1;
         if (ended) process.stdout.write(String(missing), () => process.exit(0)); else setImmediate(look);
       };
       process.stdout.write('watching ', look);`,
    ]);
    let said = '';
    const watching = new Promise((resolve) => watcher.stdout.once('data', resolve));
    watcher.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    await watching;
    write('packages/tool/src/index.ts', 'export const tool = 4;\n');
    write('src/main.ts', 'export const main = 4;\n');
    await Promise.all([build(), build(), build('--force')]);
    const gone = new Promise((resolve) => watcher.once('close', resolve));
    watcher.stdin.write('end');
    await gone;
    expect(said).toBe('watching 0');
    expect(readFileSync(at('dist/src/main.js'), 'utf8')).toContain('main = 4');
    expect((await build()).stderr).toBe('');
  });

  it('builds one package with what it needs, and names those there are', async () => {
    await build('tool');
    expect([existsSync(at('packages/tool/dist/index.js')), existsSync(at('dist'))]).toEqual([true, false]);
    await expect(build('nothing')).rejects.toMatchObject({ stderr: expect.stringContaining('there are tool') });
  });

  it('is what every command does before it starts; none removes a build', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const built = Object.entries(scripts).filter(([, script]) => /\bdist\//.test(script));
    expect(built.length).toBeGreaterThan(4);
    expect(built.filter(([, script]) => !script.startsWith('node packages/build/build.mjs && '))).toEqual([]);
    expect(Object.values(scripts).filter((script) => /\brm\b|rmSync|rimraf/.test(script))).toEqual([]);
  });
});
