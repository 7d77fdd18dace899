import { defineRefusal, Refusal } from '../kernel/index.js';

export class CursorTooOld extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CURSOR_TOO_OLD',
    status: 410,
    en: 'Events after this cursor are no longer kept, so some would be missing. Read the present state, then start without a cursor.',
    zh: '该游标之后的部分事件已不再保留，继续读取会有遗漏。请先读取当前状态，再从头订阅。',
    remedy: {
      en: 'Events are kept for 30 days unless the platform says otherwise.',
      zh: '事件默认保留 30 天，以平台设置为准。',
    },
  });
}
