import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { analyse } from 'scslre';

/**
 * Expressions that may take longer than linear time, by file: what they read is short and none of a stranger's. A new line
 * needs an argument in its commit.
 */
const SHORT_AND_OURS: Readonly<Record<string, readonly string[]>> = {
  // Our own sources, read when the contracts are printed.
  'src/contracts/refusals-page.ts': [String.raw`^import [^;]* from '[^']+';$|\/\*[\s\S]*?\*\/|\/\/.*$`],
  // Names of our own events.
  'src/contracts/webhooks.ts': [String.raw`[ ._-]+(\w)`],
  // A setting.
  'src/parties/oauth-clients/issuer.ts': [String.raw`\/+$`],
};

function* sourcesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesUnder(path);
    else if (path.endsWith('.ts') && !path.endsWith('.spec.ts')) yield path;
  }
}

type Literal = { type: string; pattern: string; flags: string };

function literalsIn(node: unknown): Literal[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as Literal).type === 'RegExpLiteral' ? [node as Literal] : [];
  return [...own, ...Object.values(node).flatMap(literalsIn)];
}

const isSlow = ({ pattern, flags }: Literal) => analyse({ source: pattern, flags }).reports.length > 0;

describe('regular expressions', () => {
  it('take linear time, whatever they read', () => {
    const slow: Record<string, string[]> = {};
    let seen = 0;
    for (const path of sourcesUnder('src')) {
      const source = parseSync(readFileSync(path, 'utf8'), {
        syntax: 'typescript',
        decorators: true,
        target: 'es2022',
      });
      const literals = literalsIn(source);
      seen += literals.length;
      const found = literals.filter(isSlow).map(({ pattern }) => pattern);
      if (found.length > 0) slow[path] = found;
    }
    expect(seen).toBeGreaterThan(150);
    expect(slow).toEqual(SHORT_AND_OURS);
  });

  it.each([
    String.raw`(\w+)\s*:\s*\[?[^:(){}]*$`,
    String.raw`\s*\n\s*`,
    '<[^>]*>',
    String.raw`"[^"]*"|\[[^\]]*\]`,
    '^(a+)+$',
  ])('are seen when they do not: %s', (pattern) => {
    expect(isSlow({ type: '', pattern, flags: '' })).toBe(true);
  });
});
