import { Busy } from '../../kernel/index.js';
import { ChildPool } from '../../platform/children/index.js';
import { FileTooComplex } from '../../platform/tables/index.js';
import type { UblReply } from './ubl-child.js';

const LIMITS = { heapMb: 96, memoryMb: 200, silenceMs: 15_000, answerMs: 60_000, most: 2, warmMs: 10_000 };
/** Files of one request that a child may end of; one more and the rest is not read. */
const MOST_ENDED = 1;

const children = new ChildPool<null, never, UblReply>(new URL('./ubl-child.js', import.meta.url), LIMITS);

/**
 * Reads UBL files one after the other in a child process. A file that takes too much memory or time is a fault of its own; with
 * a second one the whole request is refused (FileTooComplex).
 */
export async function readUblFiles(files: readonly Buffer[]): Promise<UblReply[]> {
  const replies: UblReply[] = [];
  let ended = 0;
  for (const bytes of files) {
    const reading = await children.start(null, bytes);
    try {
      const answer = await reading.first;
      if (answer.kind === 'value') replies.push(answer.value);
      else if (answer.kind === 'unstarted') throw new Busy();
      else if (answer.kind !== 'died') throw new Error(`reading a UBL file: ${JSON.stringify(answer)}`);
      else if (++ended > MOST_ENDED) throw new FileTooComplex({ path: 'file' });
      else replies.push({ fault: 'UBL_TOO_COMPLEX' });
    } finally {
      reading.close();
    }
  }
  return replies;
}
