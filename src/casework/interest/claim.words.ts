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
  private: {
    en: 'A person or an enterprise that is no financial body.',
    zh: '民间出借人',
    aliases: /^(?:民间|民间借贷|个人|自然人|企业|person|individual)$/i,
  },
  local_finance: {
    en: 'A local financial body under supervision: microloan, guarantee, leasing, pawn, factoring and the like.',
    zh: '地方金融组织',
    aliases: /小额?贷款?公司|^小贷$|融资担保|融资租赁|典当|商业保理|^保理$|microloan|pawn|leasing|factoring/i,
  },
  licensed: {
    en: 'A bank or another licensed financial institution.',
    zh: '持牌金融机构',
    aliases: /银行|^金融机构$|消费金融|信托|\bbank\b/i,
  },
});

const SMALL = /^(?:[中小微]{1,3}型?(?:企业)?|small|medium|micro)$/i;
const LARGE = /^大型?(?:企业)?$/;

export const CREDITOR_SCALE = defineVocabulary({
  sme: { en: 'A small or medium enterprise.', zh: '中小企业', aliases: SMALL },
  large: { en: 'A large enterprise.', zh: '大型企业', aliases: LARGE },
});

export const DEBTOR_SCALE = defineVocabulary({
  sme: { en: 'A small or medium enterprise.', zh: '中小企业', aliases: SMALL },
  large: { en: 'A large enterprise.', zh: '大型企业', aliases: LARGE },
  public_body: {
    en: 'A state organ or public institution.',
    zh: '机关、事业单位',
    aliases: /机关|事业单位|政府|学校|公立医院|public/i,
  },
});
