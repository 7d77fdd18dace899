import { defineReasons, refusal } from '../../kernel/index.js';

export class CursorTooOld extends refusal({
  code: 'CURSOR_TOO_OLD',
  status: 410,
  en: 'Some events after this cursor are deleted, so reading on would miss them. Read the current state, then start without a cursor.',
  zh: '该游标之后的部分事件已不再保留，继续读取会有遗漏。请先读取当前状态，再不带游标重新开始。',
  title: { zh: '游标过旧' },
  meaning: {
    en: 'Events are kept for 30 days by default. Reading on from this cursor would leave an unnoticed gap.',
    zh: '事件默认保留 30 天，以平台设置为准。从该游标继续会在不知不觉中漏掉事件。',
  },
  remedy: {
    en: 'Read the current state of your cases and repayments, then follow the events without a cursor.',
    zh: '请先读取案件与回款的当前状态，再不带游标重新读取事件。',
  },
}) {}

export const invalidEvents = defineReasons({
  FOREIGN_EVENT_CURSOR: ['not a cursor of these events', '不是该事件列表的游标'],
});
