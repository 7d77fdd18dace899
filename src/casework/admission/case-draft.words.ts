import { defineVocabulary } from '../../kernel/index.js';

export const DEBT_CATEGORY = defineVocabulary(
  {
    commercial_receivable: {
      en: 'An invoice between enterprises.',
      zh: '商账',
      aliases: /货款|应收|商业|商账|账款|销售|服务费|工程款|commercial|receivable|trade|invoice|\bar\b/i,
    },
    property_management_fee: {
      en: 'Fees for the management of a building or estate.',
      zh: '物业费',
      aliases: /物业|property/i,
    },
    online_loan: {
      en: 'A loan made over the internet.',
      zh: '网络贷款',
      aliases: /网贷|小贷|小额|网络贷|消费贷|online[ _-]?loan|small[ _-]?loan|consumer/i,
    },
    credit_card: { en: 'A credit card account.', zh: '信用卡', aliases: /信用卡|credit[ _-]?card/i },
    private_loan: {
      en: 'A loan between private lenders and borrowers.',
      zh: '民间借贷',
      aliases: /借条|欠条|借款|民间借贷|个人借贷|private[ _-]?loan|\biou\b/i,
    },
  },
  ['property_management_fee', 'credit_card', 'online_loan', 'private_loan'],
);

export const DEBTOR_KIND = defineVocabulary({
  enterprise: {
    en: 'An enterprise, known by its unified social credit code.',
    zh: '企业',
    aliases: /^(企业|公司|单位|法人|机构|个体工商户|enterprise|company|business|organi[sz]ation|corporate)$/i,
  },
  person: {
    en: 'A natural person, known by the resident identity number.',
    zh: '个人',
    aliases: /^(个人|自然人|person|individual|natural person)$/i,
  },
});

/** What the debt arose from. */
export const LEGAL_ORIGIN = defineVocabulary(
  {
    trade: { en: 'Goods sold.', zh: '货物买卖', aliases: /货|买卖|销售|采购|贸易|trade|goods|sale/i },
    service: {
      en: 'Services rendered.',
      zh: '服务',
      aliases: /服务|劳务|工程|承揽|运输|维修|租赁|加工|service|transport|rent/i,
    },
    property: { en: 'The use or management of property.', zh: '物业', aliases: /物业|property/i },
    lending: { en: 'Money lent.', zh: '借款', aliases: /借|贷|lend|loan/i },
    gambling: { en: 'Gambling; never admitted.', zh: '赌博', aliases: /赌|gambl/i },
    drugs: { en: 'Drugs; never admitted.', zh: '毒品', aliases: /毒|drug/i },
    other: { en: 'Something else; a reviewer looks at it.', zh: '其他' },
  },
  ['gambling', 'drugs', 'property', 'lending'],
);

export const EVIDENCE_KIND = defineVocabulary(
  {
    contract: { en: 'What was agreed.', zh: '合同', aliases: /合同|协议|订单|contract|agreement|order|\bpo\b/i },
    invoice: { en: 'What was invoiced.', zh: '发票', aliases: /发票|invoice|fapiao|\binv\b/i },
    delivery_note: {
      en: 'That goods or services were delivered.',
      zh: '送货单',
      aliases: /送货|发货|签收|收货|验收|交付|delivery|\bpod\b/i,
    },
    reconciliation_statement: {
      en: 'That the debtor agreed to the balance.',
      zh: '对账单',
      aliases: /对账|statement|reconcil/i,
    },
    demand_letter: {
      en: 'That payment was demanded.',
      zh: '催款函',
      aliases: /律师函|催款|催收|催告|demand|dunning|reminder/i,
    },
    loan_note: {
      en: 'That the debtor signed for a loan.',
      zh: '借条',
      aliases: /借条|欠条|借据|\biou\b|promissory|loan[ _-]?note/i,
    },
    payment_record: {
      en: 'That money was paid to or by the debtor.',
      zh: '付款凭证',
      aliases: /付款|转账|流水|回单|收款|payment|transfer|bank/i,
    },
    id_copy: {
      en: 'Who the debtor is.',
      zh: '身份证件复印件',
      aliases: /身份证|营业执照|identity|id[ _-]?(card|copy)|licen[cs]e/i,
    },
    judgment: { en: 'What a court or arbitrator decided.', zh: '判决书', aliases: /判决|裁决|调解书|judg|award/i },
    other: { en: 'Something else.', zh: '其他' },
  },
  [
    'demand_letter',
    'reconciliation_statement',
    'loan_note',
    'invoice',
    'delivery_note',
    'payment_record',
    'id_copy',
    'judgment',
  ],
);

export const SERVICE_LINE = defineVocabulary(
  {
    agency_dunning: {
      en: 'Dunning by a collection agency.',
      zh: '机构催收',
      aliases: /公司|委外|催收|催款|agency|company|collection/i,
    },
    lawyer_dunning: { en: 'Dunning by a lawyer.', zh: '律师催收', aliases: /律师|lawyer/i },
    lawyer_letter: {
      en: 'One formal letter signed by a lawyer.',
      zh: '律师函',
      aliases: /律师函|lawyer'?s?[ _-]?letter/i,
    },
    robot_dunning: { en: 'Dunning by automatic calls and messages.', zh: '机器人催收', aliases: /机器人|智能|robot/i },
    legal: {
      en: 'A lawsuit or arbitration.',
      zh: '诉讼仲裁',
      aliases: /诉讼|仲裁|起诉|法律|legal|litigation|suit|arbitration/i,
    },
  },
  ['robot_dunning', 'lawyer_letter', 'lawyer_dunning', 'legal'],
);

/** A grade is a letter in both languages. */
export const CASE_GRADE = defineVocabulary({
  A: { en: 'Very likely to be recovered.', zh: 'A' },
  B: { en: 'Likely to be recovered.', zh: 'B' },
  C: { en: 'As likely to be recovered in part as not.', zh: 'C' },
  D: { en: 'Unlikely to be recovered.', zh: 'D' },
  E: { en: 'Very unlikely to be recovered.', zh: 'E' },
});
