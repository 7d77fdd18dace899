import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RefusalSpec } from '../kernel/index.js';

/** A file of the repository by its path from the root. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Where a code is declared and thrown. */
interface RulePlaces {
  declaredIn: string;
  thrownIn: string[];
  /** Constraints of the database that answer with it. */
  constraints: string[];
}

/** A code thrown in more files belongs to many rules and has its own list below the table. */
const FILES_IN_A_ROW = 6;
/** Codes that Apollo Server throws by itself, and where it is set up. */
const APOLLO = 'src/platform/graphql/graphql.platform-module.ts';
const BY_APOLLO = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE']);
/** Files that name refusals without throwing them: doors, unions and documented answers, words of reasons, the contracts. */
const NO_RULE =
  /(\.spec|\/index|\.graphql|\.resolver|\.controller)\.ts$|\/(input-reasons|invalid)\.ts$|^src\/contracts\//;
const DECLARATION = /class (\w+) extends refusal\(|const (\w+) = |^(?=defineRefusal\()/gm;
/** What names a class without using it. */
const IMPORTS_AND_COMMENTS = /^import [^;]* from '[^']+';$|\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** The sources and migrations, specs left out. */
export function sourceFiles(): SourceFile[] {
  return ['src', 'migrations'].flatMap(filesUnder).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** `docs/refusals.md`: every code with its meaning and the files where its rule is declared and thrown. */
export function refusalsPage(catalogue: readonly RefusalSpec[], files: readonly SourceFile[]): string {
  const bare = files.map(({ path, text }) => ({ path, text: text.replace(IMPORTS_AND_COMMENTS, '') }));
  const places = new Map(catalogue.map(({ code }) => [code, placesOf(code, bare)]));
  const rows = catalogue.map((spec) => rowOf(spec, places.get(spec.code)!));
  const lists = [...places].filter(([, { thrownIn }]) => thrownIn.length > FILES_IN_A_ROW).map(listOf);
  return `${[INTRODUCTION, [...HEAD, ...rows].join('\n'), ...lists].join('\n\n')}\n`;
}

const INTRODUCTION = `# Every refusal and its rule

\`npm run contracts\` writes this page from the sources. The words a caller gets, in both languages, and what to do about them are at
\`/errors/CODE\` of a running application; \`GET /v1/errors\` lists them for machines.`;
const HEAD = ['| code | status | meaning | declared in | thrown in |', '|---|---|---|---|---|'];

/** What makes INVALID_INPUT of a reason: `invalid('MUST_BE_GIVEN', …)` or a module's own maker. */
const BY_REASON = "invalid\\w*\\(\\s*'";

/** Finds the places of a code. Throws for one that no file throws: a refusal without a rule. */
function placesOf(code: string, files: readonly SourceFile[]): RulePlaces {
  const declaration = files.find(({ path, text }) => path.endsWith('refusals.ts') && text.includes(`'${code}'`));
  if (!declaration) throw new Error(`${code} is declared in no *.refusals.ts`);
  const name = nameOf(code, declaration.text);
  const constraints = [...declaration.text.matchAll(/refuseOnConstraint\(\s*'(\w+)',\s*\(\) => new (\w+)\(/g)]
    .filter(([, , made]) => made === name)
    .map(([, constraint]) => constraint!);
  const rules = files.filter(({ path }) => path !== declaration.path && !NO_RULE.test(path));
  const thrownIn = BY_APOLLO.has(code) ? [APOLLO] : throwersOf(code, name, declaration, rules);
  const migrations = files.filter(({ path, text }) => path.startsWith('migrations/') && named(constraints, text));
  const all = [...thrownIn, ...migrations.map(({ path }) => path)];
  if (all.length === 0) throw new Error(`${code} is thrown nowhere`);
  return { declaredIn: declaration.path, thrownIn: all, constraints };
}

/** The class or constant that carries a code. */
function nameOf(code: string, text: string): string | undefined {
  const before = [...text.slice(0, text.indexOf(`'${code}'`)).matchAll(DECLARATION)].at(-1);
  return before?.[1] ?? before?.[2];
}

/**
 * The files that make the refusal, or that call (within its module; for the kernel anywhere) a function beside the
 * declaration that makes it. If there are none, the files that pass its class or code on.
 */
function throwersOf(code: string, name: string | undefined, declaration: SourceFile, rules: SourceFile[]): string[] {
  const holding = (pattern: string, where = rules) =>
    where.filter(({ text }) => new RegExp(`\\b(?:${pattern})`).test(text)).map(({ path }) => path);
  const parts = declaration.text.split(/^}$/m).filter((part) => part.includes(`new ${name}(`));
  const makers = parts.flatMap((part) => /^export function (\w+)/m.exec(part)?.[1] ?? []);
  const folder = dirname(declaration.path);
  // The kernel's functions are called from everywhere.
  const module = folder.endsWith('src/kernel') ? rules : rules.filter(({ path }) => dirname(path) === folder);
  const direct = code === 'INVALID_INPUT' ? holding(BY_REASON) : [];
  const made = [...direct, ...holding(`new ${name}\\(`), ...makers.flatMap((maker) => holding(`${maker}\\(`, module))];
  return made.length > 0 ? [...new Set(made)].sort() : holding(`(?<!invalid\\(')${code}'|(?<!')${name ?? code}\\b`);
}

function named(constraints: readonly string[], text: string): boolean {
  return constraints.some((constraint) => new RegExp(`\\b${constraint}\\b`).test(text));
}

function rowOf({ code, status, meaning, en }: RefusalSpec, places: RulePlaces): string {
  const many = places.thrownIn.length > FILES_IN_A_ROW;
  const thrown = many ? [`[${places.thrownIn.length} files](#${code.toLowerCase()})`] : places.thrownIn.map(linkOf);
  const constraints = places.constraints.map((constraint) => `constraint \`${constraint}\``);
  const cells = [
    `\`${code}\``,
    status,
    meaning?.en ?? en,
    linkOf(places.declaredIn),
    [...thrown, ...constraints].join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function listOf([code, { thrownIn }]: [string, RulePlaces]): string {
  const linksIn = (folder: string) => thrownIn.filter((path) => dirname(path) === folder).map(linkOf);
  const lines = [...new Set(thrownIn.map(dirname))].map((folder) => `- ${folder}: ${linksIn(folder).join(', ')}`);
  return `## ${code}\n\n${lines.join('\n')}`;
}

function linkOf(path: string): string {
  return `[${basename(path)}](../${path})`;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return /(?<!\.spec)\.ts$/.test(entry.name) ? [path] : [];
    });
}
