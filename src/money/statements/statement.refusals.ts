import { refusal } from '../../kernel/index.js';

export class StatementTooLong extends refusal({
  code: 'STATEMENT_TOO_LONG',
  status: 422,
  en: 'The statement has more than {limit} lines; read them in pages with ledgerEntries.',
  zh: '结算单超过 {limit} 行，请使用 ledgerEntries 分页读取。',
  title: { zh: '结算单过长' },
  meaning: {
    en: 'A response holds a limited number of lines, and this month has more.',
    zh: '单次返回的行数有限，该月份超出上限。',
  },
  remedy: { en: 'Read the lines in pages with ledgerEntries.', zh: '请使用 ledgerEntries 分页读取。' },
  sample: { limit: 10_000 },
}) {}
