import type { RefusalDetails } from '../../kernel/index.js';

/** The answer to one request; `end` when the task has no more of them. */
export type ChildAnswer<Reply> =
  | { readonly kind: 'value'; readonly value: Reply }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly code: string; readonly details: RefusalDetails }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * From the parent: a task, then in pieces the bytes that it reads. Tasks follow each other; their number tells late answers from
 * those of the next task.
 */
export type ToChild<Task, Request> = { readonly task: number } & (
  | { readonly kind: 'start'; readonly contents: Task; readonly size: number }
  | { readonly kind: 'bytes'; readonly at: number; readonly piece: Uint8Array }
  | { readonly kind: 'ask'; readonly request: Request }
  | { readonly kind: 'close' }
);

/**
 * From the child: that it has started, an answer, a sign of life while it works, that it is free for another task, or too large
 * to be kept.
 */
export type FromChild<Reply> =
  | { readonly kind: 'started' }
  | ({ readonly task: number } & (
      | { readonly kind: 'answer'; readonly answer: ChildAnswer<Reply> }
      | { readonly kind: 'alive' | 'free' | 'spent' }
    ));
