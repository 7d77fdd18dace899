#!/usr/bin/env node
// Stands outside the build, so that help is there before anything is built.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  process.stdout.write(readFileSync(new URL('../usage.txt', import.meta.url), 'utf8'));
} else {
  const build = fileURLToPath(new URL('../../build/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  await import('../dist/main.js');
}
