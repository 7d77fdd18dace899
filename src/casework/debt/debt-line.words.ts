import { defineVocabulary } from '../../kernel/index.js';

/** What a line of a debt is. Every fee period and every invoice is a debt of its own; instalments are parts of one debt. */
export const LINE_KIND = defineVocabulary(
  {
    invoice: { en: 'An invoice or bill: a debt of its own.', zh: '发票', aliases: /发票|账单|invoice|\bbill\b/i },
    fee_period: {
      en: 'The fee of one period: a debt of its own.',
      zh: '费用期间',
      aliases: /物业费|费用期|fee|period/i,
    },
    instalment: {
      en: 'An instalment of one debt: its limitation period counts from the last instalment.',
      zh: '分期',
      aliases: /分期|instal+ment/i,
    },
    loan: { en: 'A loan or a note of a loan.', zh: '借款', aliases: /借款|借据|\bloan\b|\bnote\b/i },
    credit_note: {
      en: 'A credit note: its amounts are negative and lower the debt.',
      zh: '红字发票',
      aliases: /红字|贷项|红冲|credit[ _-]?(note|memo)/i,
    },
    other: { en: 'Something else.', zh: '其他' },
  },
  ['credit_note', 'instalment', 'loan', 'fee_period'],
);

/** By what kind of number the debtor is identified. */
export const DEBTOR_ID_KIND = defineVocabulary({
  credit_code: { en: 'Unified social credit code (GB 32100).', zh: '统一社会信用代码' },
  resident_id: { en: 'Number of a resident identity card (GB 11643).', zh: '居民身份证' },
  hmt_residence_permit: {
    en: 'Residence permit of a resident of Hong Kong, Macao or Taiwan.',
    zh: '港澳台居民居住证',
  },
  foreigner_residence_card: { en: 'Permanent residence card of a foreigner.', zh: '外国人永久居留身份证' },
  passport: { en: 'A passport.', zh: '护照' },
  hmt_travel_permit: {
    en: 'Mainland travel permit of a resident of Hong Kong, Macao or Taiwan.',
    zh: '港澳台居民来往内地通行证',
  },
  registration_number: { en: 'Registration number of an enterprise, from before credit codes.', zh: '工商注册号' },
  organisation_code: { en: 'Organisation code (GB 11714).', zh: '组织机构代码' },
});
