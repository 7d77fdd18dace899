import { defineVocabulary } from '../../kernel/index.js';

/** The rule by which interest and charges are computed. */
export const CLAIM_RULE = defineVocabulary({
  private_lending: { en: 'Private lending: all charges within four times the one-year LPR.', zh: '民间借贷' },
  private_lending_before_2020: {
    en: 'Private lending agreed before 2020-08-20: 24 % up to 2020-08-19, then four times the LPR of the day of filing.',
    zh: '民间借贷（2020年8月20日前成立）',
  },
  financial_lending: {
    en: 'A bank or a local financial body: no private lending; a reviewer looks at charges above the guidance.',
    zh: '金融借款',
  },
  sme_late_payment: {
    en: 'A small or medium enterprise that a large one or a public body pays late.',
    zh: '中小企业款项逾期利息',
  },
  agreed_late_payment: { en: 'Late payment at the rate that was agreed.', zh: '约定逾期付款违约金' },
  late_payment_by_law: { en: 'Late payment with nothing agreed: the reference rate raised.', zh: '法定逾期付款损失' },
});

export const CLAIM_PHASE = defineVocabulary({
  term: { en: 'Up to the due day.', zh: '借期内' },
  overdue: { en: 'From the due day on.', zh: '逾期' },
});

export const LENDER = defineVocabulary({
  private: { en: 'A person or an enterprise that is no financial body.', zh: '民间出借人' },
  local_finance: {
    en: 'A local financial body under supervision: microloan, guarantee, leasing, pawn, factoring and the like.',
    zh: '地方金融组织',
  },
  licensed: { en: 'A bank or another licensed financial institution.', zh: '持牌金融机构' },
});

export const CREDITOR_SCALE = defineVocabulary({
  sme: { en: 'A small or medium enterprise.', zh: '中小企业' },
  large: { en: 'A large enterprise.', zh: '大型企业' },
});

export const DEBTOR_SCALE = defineVocabulary({
  sme: { en: 'A small or medium enterprise.', zh: '中小企业' },
  large: { en: 'A large enterprise.', zh: '大型企业' },
  public_body: { en: 'A state organ or public institution.', zh: '机关、事业单位' },
});
