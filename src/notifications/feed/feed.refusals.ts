import { defineReasons, defineRefusal, Refusal } from '../../kernel/index.js';

export class CursorTooOld extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CURSOR_TOO_OLD',
    status: 410,
    en: 'Events after this cursor are no longer kept, so some would be missing. Read the present state, then start without a cursor.',
    zh: '该游标之后的部分事件已不再保留，继续读取会有遗漏。请先读取当前状态，再不带游标重新开始。',
    title: { zh: '游标过旧' },
    meaning: {
      en: 'Events are kept for 30 days unless the platform says otherwise. Going on from here would leave a gap unnoticed.',
      zh: '事件默认保留 30 天，以平台设置为准。从该游标继续会在不知不觉中漏掉事件。',
    },
    remedy: {
      en: 'Read your cases and repayments as they are now, then follow the events again without a cursor.',
      zh: '请先读取案件与回款的当前状态，再不带游标重新读取事件。',
    },
  });
}

export class TooManyStreams extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_STREAMS',
    status: 429,
    en: 'You have {limit} streams open already. Close one first.',
    zh: '您已打开 {limit} 个事件流，请先关闭其中一个。',
    title: { zh: '事件流过多' },
    meaning: {
      en: 'A member, key or client may hold a limited number of event streams open at the same time.',
      zh: '每个成员、密钥或客户端可同时打开的事件流数量有限。',
    },
    remedy: {
      en: 'Close streams that are no longer read, and share one stream for several types of events.',
      zh: '请关闭不再读取的事件流；多种事件可共用一个事件流。',
    },
    quota: {
      used: 'limit',
      resets: { en: 'When one of your streams is closed.', zh: '关闭任一事件流后恢复。' },
      basedOn: {
        en: 'The streams you have open, subscriptions and server-sent events together.',
        zh: '您当前打开的事件流数量，GraphQL 订阅与 SSE 合并计算。',
      },
      howToGetMore: {
        en: 'One stream can carry every type: name several in `types`, or none.',
        zh: '一个事件流即可接收全部类型：在 types 中列出多个，或不填。',
      },
    },
  });
}

defineReasons({
  FOREIGN_EVENT_CURSOR: ['not a cursor of these events', '不是该事件列表的游标'],
  NO_EVENT_TYPE: ['must be event types that GET /v1/event-types lists', '应为 GET /v1/event-types 所列的事件类型'],
});
