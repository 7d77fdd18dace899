import { refusal } from '../../kernel/index.js';

export class OrganisationNotVerified extends refusal({
  code: 'ORGANISATION_NOT_VERIFIED',
  status: 403,
  en: 'Your organisation is not verified, or its verification is suspended or has ended.',
  zh: '贵机构尚未通过认证，或认证已被暂停、已失效。',
  remedy: { en: 'Submit the verification and wait for its approval.', zh: '请提交认证并等待审核通过。' },
  title: { zh: '机构未认证' },
  meaning: {
    en: 'This operation is for organisations whose verification is approved and in force.',
    zh: '该操作仅限认证已通过且有效的机构。',
  },
}) {}
