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
  /** Where the server listens; undefined: port 3000, or any free one. */
  readonly port: number | undefined;
  /** Empty, or left by an earlier demo and cleared by this one. */
  readonly dataDir: string;
}

/** Reads the command line; `bin/demo.js` answers `--help` itself. Errors: a plain Error that says what is wrong. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      exit: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      rows: { type: 'string', default: '1200' },
      seconds: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      'data-dir': { type: 'string', default: '.recourse/demo' },
      port: { type: 'string' },
    },
  });
  return {
    exit: values.exit,
    json: values.json,
    rows: whole('rows', values.rows, 20, 20_000),
    seconds: whole('seconds', values.seconds, 1, 600),
    seed: whole('seed', values.seed, 0, 1_000_000),
    port: values.port === undefined ? undefined : whole('port', values.port, 1, 65_535),
    dataDir: resolve(values['data-dir']),
  };
}

function whole(name: string, text: string, low: number, high: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new Error(`--${name} must be a whole number from ${low} to ${high}, not ${text}`);
}
