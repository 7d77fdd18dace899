import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** End everything when the story is told, instead of staying up to be explored. */
  readonly exit: boolean;
  /** Print one summary object as the last line. */
  readonly json: boolean;
  /** Receivables in the ERP export. */
  readonly rows: number;
  /** Longest time of grabbing and working, in seconds. */
  readonly seconds: number;
  /** The same seed gives the same receivables and the same luck; who wins which case is decided by the race. */
  readonly seed: number;
  /** Removed and made anew by every run. */
  readonly dataDir: string;
}

export const USAGE = `npm run demo -- [--exit] [--json] [--rows 1200] [--seconds 40] [--seed 1] [--data-dir .recourse/demo]

Plays the whole main job on an embedded database through the public API, then stays up until Ctrl-C.
  --exit      end everything afterwards; the exit code is 1 when anything unexpected happened
  --json      print one summary object as the last line
  --rows      receivables in the ERP's export, 20 to 20000
  --seconds   longest time of grabbing and working, 1 to 600
  --seed      another seed, other receivables
  --data-dir  where the demo lives; removed first`;

/** Reads the command line; undefined when help was asked for. Errors: a plain Error that says what is wrong. */
export function readOptions(args: readonly string[]): DemoOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      exit: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      rows: { type: 'string', default: '1200' },
      seconds: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      'data-dir': { type: 'string', default: '.recourse/demo' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  return {
    exit: values.exit,
    json: values.json,
    rows: whole('rows', values.rows, 20, 20_000),
    seconds: whole('seconds', values.seconds, 1, 600),
    seed: whole('seed', values.seed, 0, 1_000_000),
    dataDir: resolve(values['data-dir']),
  };
}

function whole(name: string, text: string, low: number, high: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new Error(`--${name} must be a whole number from ${low} to ${high}, not ${text}`);
}
