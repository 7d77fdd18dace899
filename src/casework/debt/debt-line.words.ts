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

/** Where the limitation period of a debt stands (Civil Code 188–197). */
export const LIMITATION_STATE = defineVocabulary({
  not_started: { en: 'The debt, or the plan that took its place, is not due yet.', zh: '未起算' },
  running: { en: 'The period runs.', zh: '计算中' },
  stopped: { en: 'A suit or the like is pending; when it ends, the period counts anew.', zh: '程序未终结' },
  suspended: { en: 'An obstacle lasts in the last six months; six months are left when it ends.', zh: '中止' },
  expired: { en: 'The period has ended: the debtor has a defence.', zh: '已届满' },
  beyond_long_stop: { en: 'Twenty years have passed since the due day.', zh: '超过最长保护期' },
});

/** By what kind of number the debtor is identified. The last two are named to be refused in words: a credit code took their place. */
export const DEBTOR_ID_KIND = defineVocabulary(
  {
    credit_code: {
      en: 'Unified social credit code (GB 32100).',
      zh: '统一社会信用代码',
      aliases: /信用代码|营业执照|税号|纳税人|credit[ _-]?code|tax/i,
    },
    resident_id: {
      en: 'Number of a resident identity card (GB 11643).',
      zh: '居民身份证',
      aliases: /身份证|identity|\bid[ _-]?card/i,
    },
    hmt_residence_permit: {
      en: 'Residence permit of a resident of Hong Kong, Macao or Taiwan.',
      zh: '港澳台居民居住证',
      aliases: /居住证|residence[ _-]?permit/i,
    },
    foreigner_residence_card: {
      en: 'Permanent residence card of a foreigner.',
      zh: '外国人永久居留身份证',
      aliases: /永久居留|永居|permanent[ _-]?resid/i,
    },
    passport: {
      en: 'The travel document of any country but China’s own cards.',
      zh: '护照',
      aliases: /护照|passport/i,
    },
    hmt_travel_permit: {
      en: 'Mainland travel permit of a resident of Hong Kong, Macao or Taiwan.',
      zh: '港澳台居民来往内地通行证',
      aliases: /通行证|回乡证|台胞证|travel[ _-]?permit/i,
    },
    registration_number: {
      en: 'Registration number of an enterprise, from before credit codes: refused.',
      zh: '工商注册号',
      aliases: /注册号|registration/i,
    },
    organisation_code: {
      en: 'Organisation code (GB 11714): refused.',
      zh: '组织机构代码',
      aliases: /组织机构|organi[sz]ation/i,
    },
  },
  ['foreigner_residence_card', 'hmt_residence_permit', 'hmt_travel_permit', 'passport', 'organisation_code'],
);
