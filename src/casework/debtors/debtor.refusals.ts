import { refusal } from '../../kernel/index.js';

export class DebtorNotDisclosed extends refusal({
  code: 'DEBTOR_NOT_DISCLOSED',
  status: 403,
  en: 'The debtor’s data is disclosed from the accepted entrustment on, while you hold the case.',
  zh: '债务人信息自接受委托起披露，至不再持有案件为止。',
  title: { zh: '债务人信息未披露' },
  meaning: {
    en: 'Only the provider with an accepted entrustment may see the personal data of a debtor, while it holds the case.',
    zh: '债务人个人信息仅向已接受委托且正持有案件的服务方披露。',
  },
  remedy: { en: 'Accept the entrustment of your grab first.', zh: '请先接受该抢单的委托。' },
}) {}
