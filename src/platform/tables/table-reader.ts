import { Busy } from '../../kernel/index.js';
import { ChildPool, type ChildReading } from '../children/index.js';
import type { TableHead, TableOptions, TableRow } from './table.js';
import type { ReferencePlace, TableReply, TableRequest, TableSurvey, TableTask } from './table-child.js';
import { FileTooComplex, refusalFrom } from './tables.refusals.js';

/** The README tells where these figures come from. */
const LIMITS = { heapMb: 96, memoryMb: 200, silenceMs: 15_000, answerMs: 60_000, most: 6, warmMs: 10_000 };

const children = new ChildPool<TableTask, TableRequest, TableReply>(
  new URL('./table-child.js', import.meta.url),
  LIMITS,
);

/**
 * Reads a table in a child process, so that neither a long nor a hostile file takes this one along: a child that takes too much
 * memory or too long is ended (FileTooComplex). Close it when done.
 */
export class TableReader {
  private constructor(
    private readonly reading: ChildReading<TableRequest, TableReply>,
    readonly head: TableHead,
  ) {}

  /** Opens a table for the rows after `after` and reads its header. Throws the refusal of a file that cannot be read. */
  static async open(bytes: Buffer, options: TableOptions, after = 0): Promise<TableReader> {
    const reading = await children.start({ options, after }, bytes);
    try {
      const reply = await answered(reading.first);
      if (reply?.kind !== 'head') throw new Error(`a table began with ${reply?.kind}`);
      return new TableReader(reading, reply.head);
    } catch (error) {
      reading.close();
      throw error;
    }
  }

  /** Reads to the end, instead of `blocks`; returns what only all the rows tell. Throws the refusal of a file that cannot be read. */
  async survey(surveyBy: ReferencePlace): Promise<TableSurvey> {
    const reply = await answered(this.reading.ask({ surveyBy }));
    if (reply?.kind !== 'survey') throw new Error(`a survey ended with ${reply?.kind}`);
    return reply;
  }

  /** The rows in blocks; the next block is read while the caller processes one. */
  async *blocks(): AsyncGenerator<readonly TableRow[]> {
    let coming = answered(this.reading.ask('rows'));
    for (;;) {
      const reply = await coming;
      if (reply?.kind !== 'rows') return;
      coming = answered(this.reading.ask('rows'));
      // A failure is thrown at its turn, and ignored when the caller stopped reading before.
      coming.catch(() => undefined);
      yield reply.rows;
    }
  }

  /** At any time. */
  async close(): Promise<void> {
    this.reading.close();
  }
}

async function answered(
  outcome: ReturnType<ChildReading<TableRequest, TableReply>['ask']>,
): Promise<TableReply | undefined> {
  const answer = await outcome;
  if (answer.kind === 'value') return answer.value;
  if (answer.kind === 'end') return undefined;
  if (answer.kind === 'refused') throw refusalFrom(answer.code, answer.details) ?? new Error(answer.code);
  if (answer.kind === 'failed') throw new Error(`reading a table failed: ${answer.message}`);
  if (answer.kind === 'unstarted') throw new Busy();
  throw new FileTooComplex();
}
