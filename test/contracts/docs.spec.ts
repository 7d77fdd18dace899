import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { features } from '../../src/boot/modules.js';
import { refusalsPage, sourceFiles } from '../../src/contracts/refusals-page.js';
import { refusalCatalogue } from '../../src/kernel/index.js';
import { testConfig } from '../support/config.js';
import { pastingFaults } from '../support/pasted.js';

interface ModuleMap {
  AREAS: Record<string, unknown>;
  MODULES: Record<string, Record<string, unknown>>;
}

interface Page {
  path: string;
  text: string;
}

const MOST_LINES_OF_THE_README = 299;
const map = createRequire(join(process.cwd(), 'package.json'))('./.module-map.cjs') as ModuleMap;
/** The folders of `src` that hold modules and no code. */
const AREAS = Object.keys(map.AREAS);
/** Vocabularies of the interface itself, whose descriptions in the schema suffice, and reasons, which have words of their own. */
const NOT_OF_THE_TRADE = new Set([
  ...['AmountBand', 'CaseBatchMode', 'CheckSeverity', 'HallSort', 'OAuthAuthMethod', 'VerificationReason'],
  ...['ErpConnectionState', 'ErpKind', 'ErpSyncRunState', 'ErpSyncTrigger'],
  ...['WebhookDeliveryState', 'WebhookDisabledReason', 'WebhookEndpointState', 'WebhookError'],
]);
const FENCED = /^(```|~~~)[\s\S]*?^\1\s*$/gm;
const INLINE_CODE = /`[^`\n]*`/g;
const LINK = /\[[^\]]*\]\(([^()\s]+)\)/g;
/** A path in backticks, from the root or from its page; one with a place to fill in, such as `src/<area>/`, names no file. */
const QUOTED_PATH = /`((?:src|test|docs|packages|migrations|bench)\/[\w./@-]*)(?::\d+)?`/g;

const pages = ['README.md', ...['docs', 'src', 'packages', 'bench'].flatMap(pagesUnder)].map(
  (path): Page => ({ path, text: readFileSync(path, 'utf8') }),
);

/** The pages of `docs` and every README of the other folders. */
function pagesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist)$/.test(entry.name) ? [] : pagesUnder(path);
    return folder.startsWith('docs')
      ? entry.name.endsWith('.md')
        ? [path]
        : []
      : entry.name === 'README.md'
        ? [path]
        : [];
  });
}

function foldersOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replace(FENCED, '').matchAll(/^#+ (.+)$/gm)].map(([, words]) => words!);
  const slugs = headings.map((words) =>
    words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return slugs.map((slug, index) => {
    const before = slugs.slice(0, index).filter((other) => other === slug).length;
    return before === 0 ? slug : `${slug}-${before}`;
  });
}

/** What is wrong with a link of a page; undefined when it leads somewhere. */
function faultOf({ path, text }: Page, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
  if (!existsSync(target)) return `${path}: ${link} leads nowhere`;
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  const anchors = anchorsOf(file === '' ? text : readFileSync(target, 'utf8'));
  return anchors.includes(anchor) ? undefined : `${path}: ${link} names no heading`;
}

describe('the documentation', () => {
  it('leads from every link to a file or heading that exists', () => {
    const links = pages.flatMap((page) => {
      const prose = page.text.replace(FENCED, '').replace(INLINE_CODE, '`code`');
      return [...prose.matchAll(LINK)].map(([, link]) => ({ page, link: link! }));
    });
    expect(links.length).toBeGreaterThan(100);
    expect(links.flatMap(({ page, link }) => faultOf(page, link) ?? [])).toEqual([]);
  });

  it('has blocks that can be pasted into bash and zsh', () => {
    const blocks = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/^```(?:sh|bash|zsh|console|shell)\n([\s\S]*?)^```$/gm)].map(([, block]) => ({
        path,
        block: block!,
      })),
    );
    expect(blocks.length).toBeGreaterThan(20);
    const faults = blocks.flatMap(({ path, block }) => pastingFaults(block).map((fault) => `${path}: ${fault}`));
    expect(faults).toEqual([]);
  });

  it.each([
    ['npm run demo      # the whole story', ['a comment: npm run demo      # the whole story']],
    ['verify() { # TOKEN\n}', ['a comment: verify() { # TOKEN']],
    ["# months are China's\ndate", ['a comment: # months are China', "a quotation that does not end: '"]],
    ['curl http://localhost/v1/events?since=1', ['a bare ? or *: curl http://localhost/v1/events?since=1']],
    ["curl 'http://localhost/v1/events?since=1'; echo $?", []],
    ["cat > a <<'JS'\n// what's this? # no\nJS\nrest \"$KEY\" '# no' \"a ? b\"", []],
  ])('knows what a shell takes amiss: %j', (block, faults) => {
    expect(pastingFaults(block)).toEqual(faults);
  });

  it('gives no secret to a command as an argument', () => {
    const blocks = pages.flatMap(({ path, text }) => [...text.matchAll(FENCED)].map(([block]) => ({ path, block })));
    const exposed =
      /authorization: \w+ \$|-u "?\$|--(?:password|api-key|secret)[= ](?!-)\S|"\$DATABASE_\w*URL"|:\/\/\w+:[^@\s]+@\S+ *\\?$/im;
    const setting = /^(?:export )?(?:[A-Z_]+=\S* ?)+/gm;
    const found = blocks.filter(({ block }) => exposed.test(block.replace(setting, '')));
    expect(found.map(({ path, block }) => `${path}: ${exposed.exec(block)?.[0]}`)).toEqual([]);
  });

  it('names only scripts that npm can run', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run (?:-\w+ )*([\w:-]+)/g)].map(([, script]) => ({ path, script: script! })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
  });

  it('quotes only paths that exist', () => {
    const quoted = pages.flatMap(({ path, text }) =>
      [...text.replace(FENCED, '').matchAll(QUOTED_PATH)].map(([, named]) => ({ path, named: named! })),
    );
    expect(quoted.length).toBeGreaterThan(20);
    const isThere = ({ path, named }: { path: string; named: string }) =>
      existsSync(named) || existsSync(join(dirname(path), named));
    expect(quoted.filter((one) => !isThere(one))).toEqual([]);
  });

  it('begins with a README of fewer than 300 lines, which links every page of docs', () => {
    const readme = pages.find(({ path }) => path === 'README.md')!.text;
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES_OF_THE_README);
    const unlinked = pages.filter(({ path }) => path.startsWith('docs/') && !readme.includes(`](${path})`));
    expect(unlinked.map(({ path }) => path)).toEqual([]);
  });

  it('draws every area with its modules on the map of the README', () => {
    const drawn = (area: string) =>
      new RegExp(`^  ${area}/ .*`, 'm').exec(readFileSync('README.md', 'utf8'))?.[0].split(/\s+/) ?? [];
    const missing = Object.entries(map.MODULES).flatMap(([area, modules]) =>
      Object.keys(modules).filter((module) => !drawn(area).includes(module)),
    );
    expect(missing).toEqual([]);
  });

  it('has a page for each area and each module', () => {
    const folders = AREAS.flatMap((area) => [join('src', area), ...foldersOf(join('src', area))]);
    expect(folders.length).toBeGreaterThan(30);
    expect(folders.filter((folder) => !existsSync(join(folder, 'README.md')))).toEqual([]);
  });

  it('gives areas no code of their own', () => {
    const loose = AREAS.flatMap((area) => readdirSync(join('src', area)).map((name) => join('src', area, name)));
    expect(loose.filter((path) => statSync(path).isFile() && !path.endsWith('README.md'))).toEqual([]);
  });

  it('explains every value of the vocabularies of the trade', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8');
    const types = Object.values(buildSchema(readFileSync('src/schema.graphql', 'utf8')).getTypeMap()).filter(
      isEnumType,
    );
    const words = types
      .filter(({ name }) => !NOT_OF_THE_TRADE.has(name) && !name.startsWith('__'))
      .flatMap((type) => type.getValues().map(({ name }) => name));
    expect(words.length).toBeGreaterThan(100);
    // The word stands in the first cell of a row.
    const unexplained = words.filter((word) => !new RegExp(`^\\|[^|]*\\b${word}\\b`, 'm').test(glossary));
    expect([...new Set(unexplained)]).toEqual([]);
  });

  it('has a row for every kind of fault', () => {
    const print = `import { kinds } from './test/faults/kinds.mjs';
      const met = (felt) => (felt === true ? ' any failure ' : felt ? ' \`' + felt + '\` ' : ' ');
      for (const [kind, { what, felt }] of Object.entries(kinds)) console.log('| \`' + kind + '\` | ' + what + ' |' + met(felt) + '|');`;
    const rows = execFileSync(process.execPath, ['--input-type=module', '--eval', print], { encoding: 'utf8' });
    expect(rows.trim().split('\n').length).toBeGreaterThan(18);
    expect(readFileSync('docs/tests-and-proofs.md', 'utf8')).toContain(
      `| kind | fault | met as |\n|---|---|---|\n${rows}`,
    );
  });

  it('leads from every refusal to the files of its rule; `npm run contracts` writes the page anew', () => {
    // Naming the features is what loads every module and with it every refusal.
    features(testConfig({ DATABASE_URL: 'postgres://nowhere' }));
    expect(readFileSync('docs/refusals.md', 'utf8')).toBe(refusalsPage(refusalCatalogue(), sourceFiles()));
  });
});
