import { Refusal } from '../../kernel/refusal.js';
import type { ChildAnswer, FromChild, ToChild } from './messages.js';

/** What a child does: it reads a task and yields an answer to each request, the first one before any request. */
export type ChildWork<Task, Request, Reply> = (task: Task, bytes: Buffer) => AsyncGenerator<Reply, void, Request>;

const ALIVE_MS = 1_000;
const LOOK_MS = 50;

/** Makes this process a child that works for its parent, until the parent goes or the memory it may take is used up. */
export function serveParent<Task, Request, Reply>(work: ChildWork<Task, Request, Reply>): void {
  const send = (message: FromChild<Reply>) => void process.send?.(message);
  const mostBytes = Number.parseInt(process.argv.at(-1) ?? '', 10) * 1024 * 1024;
  const tooLarge = () => process.memoryUsage.rss() > mostBytes / 2;
  let open: { task: number; answers: AsyncGenerator<Reply, void, Request> } | undefined;
  let busy = 0;
  const answer = async (task: number, next: Promise<IteratorResult<Reply, void>>) => {
    busy += 1;
    const found = await next.then(answerOf<Reply>, faultOf);
    busy -= 1;
    send({ task, kind: 'answer', answer: found });
  };
  const begin = (task: number, contents: Task, bytes: Buffer) => {
    open = { task, answers: work(contents, bytes) };
    void answer(task, open.answers.next());
  };
  let coming: { contents: Task; bytes: Buffer } | undefined;
  process.on('message', (message: ToChild<Task, Request>) => {
    const { task } = message;
    if (message.kind === 'start') {
      coming = { contents: message.contents, bytes: Buffer.allocUnsafe(message.size) };
    } else if (message.kind === 'bytes' && coming) {
      const { contents, bytes } = coming;
      bytes.set(message.piece, message.at);
      if (message.at + message.piece.length < bytes.length) return;
      coming = undefined;
      begin(task, contents, bytes);
    } else if (message.kind === 'ask' && open?.task === task) {
      void answer(task, open.answers.next(message.request));
    } else if (message.kind === 'close') {
      const closing = open?.answers.return();
      open = undefined;
      void Promise.resolve(closing).finally(() => send({ task, kind: tooLarge() ? 'spent' : 'free' }));
    }
  });
  setInterval(() => busy > 0 && open && send({ task: open.task, kind: 'alive' }), ALIVE_MS);
  // The limit of the heap does not count what lies outside of it.
  setInterval(() => busy > 0 && process.memoryUsage.rss() > mostBytes && process.exit(1), LOOK_MS);
  endWithParent();
  send({ kind: 'started' });
}

/** A terminal and a supervisor signal the whole group: the parent finishes its open piece and needs its children for it. */
function endWithParent(): void {
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.on('disconnect', () => process.exit());
}

function answerOf<Reply>(next: IteratorResult<Reply, void>): ChildAnswer<Reply> {
  return next.done ? { kind: 'end' } : { kind: 'value', value: next.value };
}

function faultOf(error: unknown): ChildAnswer<never> {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, details: error.details };
  return { kind: 'failed', message: String((error as Error | null)?.stack ?? error) };
}
