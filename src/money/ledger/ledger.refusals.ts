import { refusal } from '../../kernel/index.js';

export class InsufficientBalance extends refusal({
  code: 'INSUFFICIENT_BALANCE',
  status: 409,
  en: 'The account does not hold that much.',
  zh: '账户余额不足。',
  title: { zh: '余额不足' },
  meaning: {
    en: 'An account of the ledger may not fall below zero; this would cause it.',
    zh: '账户余额不得为负，而该操作会使其为负。',
  },
  remedy: { en: 'Lower the amount to what the account holds.', zh: '请将金额降至账户余额以内。' },
}) {}
