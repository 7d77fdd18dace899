import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Batch, IMPORT_MODES, isRefusal, type Recourse } from '@recourse/client';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { EXIT, UsageError } from '../exit-codes.js';
import { rowsAsCsv } from '../rows-as-csv.js';
import { oneOf } from './counts.js';

/** Which rows are lines of one case. */
const IMPORT_GROUPS = ['document', 'debtor'] as const;

interface ImportOptions {
  dryRun?: boolean;
  mode?: 'create' | 'upsert';
  group?: (typeof IMPORT_GROUPS)[number];
  result?: string;
  key?: string;
}

/** What can become of a row; the counts of a batch add up to its rows. Those of `upsert` are told when there are any. */
export const OUTCOMES = [
  'admittedRows',
  'inReviewRows',
  'duplicateRows',
  'updatedRows',
  'settledRows',
  'withdrawnRows',
  'repaymentRows',
  'revisionRows',
  'unchangedRows',
  'rejectedRows',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
const USUAL: readonly string[] = ['admittedRows', 'inReviewRows', 'duplicateRows', 'rejectedRows'];

/** `recourse import <file>` */
export function importCommand(context: Context, ended: (code: number) => void): Command {
  return new Command('import')
    .argument('<file>', context.say('importFile'))
    .description(context.say('import'))
    .option('--dry-run', context.say('dryRun'))
    .option('--mode <mode>', context.sayWith('mode', IMPORT_MODES))
    .option('--group <by>', context.sayWith('group', IMPORT_GROUPS))
    .option('--result <file>', context.say('result'))
    .option('--key <key>', context.say('importKey'))
    .action(async (file: string, options: ImportOptions) => {
      oneOf(context, '--mode', options.mode, IMPORT_MODES);
      oneOf(context, '--group', options.group, IMPORT_GROUPS);
      if (options.result) formatOf(context, options.result);
      const client = await context.client();
      const batch = await send(context, client, file, options);
      if (options.result) await writeResult(context, client, batch, options.result);
      report(context, batch, options);
      if (batch.state !== 'completed') ended(EXIT.refused);
      else if (batch.rejectedRows > 0) ended(EXIT.rowsRejected);
    });
}

async function send(context: Context, client: Recourse, file: string, options: ImportOptions): Promise<Batch> {
  const contents = await contentsOf(file);
  const { mode, group, dryRun } = options;
  const bar =
    context.terminal.interactive && !context.isJson ? new SingleBar({ format: '{bar} {value}/{total}' }) : undefined;
  let shown = false;
  const onProgress = ({ totalRows, processedRows }: Batch): void => {
    if (!shown) bar?.start(totalRows, processedRows);
    shown = true;
    bar?.setTotal(totalRows);
    bar?.update(processedRows);
  };
  // Made from what is asked for: starting the same import again, after whatever happened, does it once.
  const made = createHash('sha256')
    .update(contents)
    .update(JSON.stringify(group === undefined ? [mode, dryRun] : [mode, dryRun, group]))
    .digest('hex');
  try {
    return await client.batches.import(contents, {
      mode,
      group,
      dryRun,
      filename: basename(file),
      idempotencyKey: options.key ?? `import-${made}`,
      onProgress,
      signal: context.terminal.signal,
    });
  } finally {
    bar?.stop();
  }
}

async function contentsOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** What the name of the result file asks for. */
function formatOf(context: Context, file: string): 'csv' | 'xlsx' {
  const format = extname(file).slice(1).toLowerCase();
  if (format === 'csv' || format === 'xlsx') return format;
  throw new UsageError(context.say('badResultFile', { option: '--result', text: file }));
}

/** The platform's own result file; from one that has none, the rows are fetched and written. */
async function writeResult(context: Context, client: Recourse, { id }: Batch, file: string): Promise<void> {
  const format = formatOf(context, file);
  try {
    const { body } = await client.batches.result(id, format);
    await pipeline(Readable.fromWeb(body as never), createWriteStream(file));
  } catch (error) {
    if (!isRefusal(error, 'NOT_FOUND') || format === 'xlsx') throw error;
    await writeFile(file, await rowsAsCsv(client.batches.rows({ batchId: id }, { pageSize: 100 }), context.language));
  }
  context.tell(context.say('resultWritten', { file }));
}

/** The counts of a batch in words. */
export function countsOf(
  batch: Readonly<Record<Outcome, number>>,
  say: (one: Outcome, values: { count: number }) => string,
): string[] {
  const counted = OUTCOMES.filter((one) => batch[one] > 0 || USUAL.includes(one));
  return counted.map((one) => say(one, { count: batch[one] }));
}

function report(context: Context, batch: Batch, { dryRun }: ImportOptions): void {
  const { totalRows: total, state, failureCode: code } = batch;
  context.print(batch, () => {
    if (state !== 'completed') return context.say('importFailed', { state, code: code ?? '' });
    const counts = countsOf(batch, (one, values) => context.say(one, values));
    const words = context.say('imported', { total, counts: counts.join(context.language === 'en' ? ', ' : '，') });
    return dryRun ? `${words}\n${context.say('importDry')}` : words;
  });
}
