import { refusal } from '../../kernel/index.js';

export class TooManyStreams extends refusal({
  code: 'TOO_MANY_STREAMS',
  status: 429,
  en: 'You have {limit} streams open already. Close one first.',
  zh: '您已打开 {limit} 个事件流，请先关闭其中一个。',
  title: { zh: '事件流过多' },
  meaning: {
    en: 'A member, key or client may have a limited number of event streams open at the same time.',
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
  sample: { limit: 50 },
}) {}

export class ServiceRestarting extends refusal({
  code: 'SERVICE_RESTARTING',
  status: 503,
  en: 'This process is being restarted. Connect again and go on after the last event you received.',
  zh: '服务进程正在重启，请重新连接，并从最后收到的事件之后继续。',
  title: { zh: '服务重启中' },
  meaning: {
    en: 'The process that served the stream ends; another one, or its successor, carries on.',
    zh: '提供该事件流的进程即将结束，由其他进程或新进程继续服务。',
  },
  remedy: {
    en: 'Connect again after the time of Retry-After with the cursor of your last event; nothing is missed.',
    zh: '请在 Retry-After 指明的时间后，携带最后一个事件的游标重新连接，不会遗漏事件。',
  },
}) {}
