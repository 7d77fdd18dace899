import { refusal } from '../../kernel/index.js';

export class FilesUnavailable extends refusal({
  code: 'FILES_UNAVAILABLE',
  status: 503,
  en: 'Files cannot be stored or read at the moment; nothing was changed. Try again shortly.',
  zh: '文件暂时无法存取，未做任何更改，请稍后重试。',
  title: { zh: '文件存储暂不可用' },
  meaning: {
    en: 'The store of files does not answer, is full or may not be written to.',
    zh: '文件存储无响应、空间已满或不可写入。',
  },
  remedy: {
    en: 'Send the same request again, with the same Idempotency-Key, after the time of Retry-After.',
    zh: '请在 Retry-After 指明的时间后，用相同的 Idempotency-Key 重发同一请求。',
  },
}) {}
