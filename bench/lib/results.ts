import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const HEAD = `# Measured

Written by \`npm run bench -- grab|hall|intake|live|growth\`; each run replaces its own section. How it is measured: [README](README.md).
Figures of different runs are not comparable with each other; the ratios within one run are what counts.
`;
const ORDER = ['grab', 'hall', 'intake', 'live', 'growth'];

/** Puts a section in the place of the one of the same name and keeps the others. */
export function keepResults(name: string, body: string, file = resolve('bench/RESULTS.md')): void {
  const sections = new Map<string, string>();
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const part of text.split(/^(?=## )/m)) {
    const title = /^## (\S+)/.exec(part)?.[1];
    if (title) sections.set(title, part.trim());
  }
  sections.set(name, `## ${name}\n\n${body.trim()}`);
  const known = ORDER.flatMap((title) => sections.get(title) ?? []);
  const others = [...sections].filter(([title]) => !ORDER.includes(title)).map(([, part]) => part);
  writeFileSync(file, `${[HEAD.trim(), ...known, ...others].join('\n\n')}\n`);
}
