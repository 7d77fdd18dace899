import { parseSync } from '@swc/core';

/** A node of a syntax tree. */
type Tree = { readonly type?: string; readonly [key: string]: unknown };

/**
 * How often a source of tests pauses for a fixed time: it calls `setTimeout`, whatever it imported it as, or `pg_sleep`, but not
 * in a loop that looks whether something has come to be. A pause of a fixed time is too short on a slow machine and too
 * long on every other.
 */
export function fixedPauses(text: string): number {
  const tree = parseSync(text, { syntax: 'typescript', decorators: true, target: 'es2022' }) as unknown as Tree;
  return pausesIn(tree, timersOf(tree));
}

/** What `setTimeout` is called here. */
function timersOf(tree: Tree): Set<string> {
  const names = new Set(['setTimeout']);
  for (const node of tree['body'] as Tree[]) {
    if (node.type !== 'ImportDeclaration' || !/timers/.test(String((node['source'] as Tree)['value']))) continue;
    for (const { local } of node['specifiers'] as { local: Tree }[]) names.add(String(local['value']));
  }
  return names;
}

function pausesIn(node: Tree, timers: Set<string>): number {
  if (isWaitingLoop(node)) return 0;
  let found = isPause(node, timers) ? 1 : 0;
  for (const child of childrenOf(node)) found += pausesIn(child, timers);
  return found;
}

function isPause(node: Tree, timers: Set<string>): boolean {
  if (node.type === 'StringLiteral') return /\bpg_sleep\b/.test(String(node['value']));
  if (node.type === 'TemplateElement') return /\bpg_sleep\b/.test(String(node['raw']));
  const callee = node.type === 'CallExpression' ? (node['callee'] as Tree) : undefined;
  return callee?.type === 'Identifier' && timers.has(String(callee['value']));
}

/** Ends by what it sees and not by having gone round so often. */
function isWaitingLoop(node: Tree): boolean {
  if (node.type === 'WhileStatement' || node.type === 'DoWhileStatement') return true;
  return (
    node.type === 'ForStatement' && (!(node['init'] && node['test'] && node['update']) || leaves(node['body'] as Tree))
  );
}

function leaves(node: Tree): boolean {
  if (node.type === 'ReturnStatement' || node.type === 'BreakStatement') return true;
  return !/Function|ArrowFunction/.test(node.type ?? '') && childrenOf(node).some(leaves);
}

function childrenOf(node: Tree): Tree[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Tree => typeof value === 'object' && value !== null);
}
