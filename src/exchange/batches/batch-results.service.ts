import { Injectable } from '@nestjs/common';
import { Receivables } from '../../casework/cases/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { fill, type Locale, NotFound, publicId, type Texts } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import { Database } from '../../platform/database/index.js';
import { FairGate } from '../../platform/loops/index.js';
import type { Sheet, SheetCell } from '../../platform/sheets/index.js';
import { reasonText } from '../rows/index.js';
import { BatchRowRepository } from './batch-row.repository.js';
import { ROW_OUTCOME, type RowOutcome } from './case-batch.lifecycle.js';
import { BatchForgotten } from './case-batch.refusals.js';
import { type CaseBatch, CaseBatchRepository } from './case-batch.repository.js';
import type { DecidedRow } from './decided-row.js';
import { type OriginalRow, type Originals, readOriginals } from './original-rows.js';

/** Result files one process writes at once: each reads its upload again, in a child of its own. */
const AT_ONCE = { width: 2, each: 1, eachWaiting: 2, waiting: 20 } as const;
/** A download whose client reads nothing for this long is ended. */
const STALL_MS = 60_000;

/** Columns of the result file after the sender's own. An import reads none of them, so a corrected file can be sent again. */
const RESULT_HEADERS: readonly Texts[] = [
  { en: 'result row', zh: '结果：行号' },
  { en: 'result', zh: '结果' },
  { en: 'result case number', zh: '结果：案号' },
  { en: 'result case id', zh: '结果：案件标识' },
  { en: 'result codes', zh: '结果：代码' },
  { en: 'result reasons', zh: '结果：说明' },
];

/**
 * Result files: every row as it was sent, with its outcome. Each is written while it is read, from the sealed upload and the
 * outcomes, so no unsealed copy is stored.
 */
@Injectable()
export class BatchResults {
  private readonly places = new FairGate(AT_ONCE, 5);

  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly batches: CaseBatchRepository,
    private readonly rows: BatchRowRepository,
    private readonly receivables: Receivables,
  ) {}

  /** For the batch's creditor alone: the file shows debtors unmasked. Refuses BUSY while too many are being written. */
  async sheet(actor: Actor, id: string, locale: Locale): Promise<Sheet> {
    const batch = await this.batches.find(this.database, actor, id);
    if (batch?.creditorId !== actor.organisationId) throw new NotFound();
    const leave = await this.places.enter(actor.organisationId);
    try {
      const opened = batch.fileId && (await this.files.open(batch.fileId));
      if (!opened) throw new BatchForgotten({ path: 'id' });
      const originals = await readOriginals(batch, opened.contents);
      const results = RESULT_HEADERS.map((texts) => fill(texts, locale));
      const columns = [...originals.headers, ...results].map((header) => ({ header, kind: 'text' as const }));
      return {
        name: locale === 'zh-CN' ? '结果' : 'Result',
        columns,
        rows: this.written(batch, originals, locale, leave),
      };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Iterates once. A client that stalls or never begins is treated like one that disconnects. */
  private written(
    batch: CaseBatch,
    originals: Originals,
    locale: Locale,
    leave: () => void,
  ): AsyncIterable<SheetCell[]> {
    const end = () => {
      clearTimeout(stall);
      leave();
      void originals.close();
    };
    const stall = setTimeout(end, STALL_MS).unref();
    const rows = this.joined(batch, originals, locale, () => stall.refresh());
    async function* guarded() {
      try {
        yield* rows;
      } finally {
        end();
      }
    }
    return guarded();
  }

  private async *joined(
    batch: CaseBatch,
    { blocks, headers }: Originals,
    locale: Locale,
    progressed: () => void,
  ): AsyncGenerator<SheetCell[]> {
    for await (const block of blocks) {
      const [first, last] = [block[0]!.rowNumber, block.at(-1)!.rowNumber];
      const found = await this.rows.between(this.database, batch.id, first, last);
      const decided = new Map(found.map((row) => [row.rowNumber, row]));
      const ids = found.flatMap(({ caseId }) => caseId ?? []);
      const numbers = await this.receivables.numbersOf(this.database, batch.creditorId, ids);
      for (const row of block) {
        progressed();
        const original = headers.map((_, column) => row.cells[column] ?? '');
        yield [...original, ...resultOf(row, decided.get(row.rowNumber), numbers, locale)];
      }
    }
  }
}

function resultOf(
  { rowNumber }: OriginalRow,
  decided: DecidedRow | undefined,
  numbers: ReadonlyMap<string, string>,
  locale: Locale,
): SheetCell[] {
  const { caseId, reasons } = decided ?? { caseId: null, reasons: [] };
  return [
    String(rowNumber),
    outcomeIn(locale, decided?.outcome ?? 'none'),
    caseId === null ? null : (numbers.get(caseId) ?? null),
    caseId === null ? null : publicId('case', caseId),
    reasons.map(({ code }) => code).join(' '),
    reasons.map((reason) => reasonText(reason, locale)).join(' '),
  ];
}

const NONE: Texts = { en: 'not decided', zh: '未处理' };

function outcomeIn(locale: Locale, outcome: RowOutcome | 'none'): string {
  return outcome === 'none' ? fill(NONE, locale) : ROW_OUTCOME.say(outcome, locale).replaceAll('_', ' ');
}
