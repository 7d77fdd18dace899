import { homedir } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Terminal } from './terminal.js';

/** The process's own terminal. Ctrl-C ends what goes on; a second one ends the process. */
export function realTerminal(): Terminal {
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  process.stdout.on('error', () => ending.abort());
  return {
    env: process.env,
    home: homedir(),
    interactive: process.stderr.isTTY === true && process.stdin.isTTY === true,
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    ask,
    signal: ending.signal,
  };
}

async function ask(question: string, hidden = false): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: process.stdin,
    output: hidden ? nowhere : process.stderr,
    terminal: process.stdin.isTTY === true,
  });
  try {
    return (await reader.question('')).trim();
  } finally {
    reader.close();
    if (hidden) process.stderr.write('\n');
  }
}
