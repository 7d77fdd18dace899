import { defineRefusal, Refusal } from '../kernel/index.js';

export class InsufficientBalance extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'INSUFFICIENT_BALANCE',
    status: 409,
    en: 'The account does not hold that much.',
    zh: '账户余额不足。',
  });
}
