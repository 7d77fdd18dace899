import { refusal } from '../../kernel/index.js';

export class DebtorNotDisclosed extends refusal({
  code: 'DEBTOR_NOT_DISCLOSED',
  status: 403,
  en: 'The debtor’s data is disclosed once the entrustment has been accepted, and until the case leaves you.',
  zh: '债务人信息在委托协议生效后披露，案件移出后停止披露。',
  title: { zh: '债务人信息未披露' },
  meaning: {
    en: 'Personal data of a debtor is shown only to who needs it for collecting: the provider whose entrustment was accepted, while it holds the case.',
    zh: '债务人个人信息仅向已被接受委托且正持有案件的服务方披露。',
  },
  remedy: { en: 'Accept the entrustment of your grab first.', zh: '请先接受该接单的委托协议。' },
}) {}
