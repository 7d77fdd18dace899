#!/usr/bin/env node
import { run } from './program.js';
import { realTerminal } from './real-terminal.js';

run(process.argv.slice(2), realTerminal()).then((code) => process.exit(code));
