import type { CaseDraft } from '../../casework/admission/index.js';

export type Category = CaseDraft['category'];
export type DebtorKind = CaseDraft['debtorKind'];
export type EvidenceKind = CaseDraft['evidence'][number];
export type LegalOrigin = NonNullable<CaseDraft['legalOrigin']>;
export type ServiceLine = NonNullable<CaseDraft['serviceLine']>;

/** The words creditors write in their sheets for the values a case knows; asked in this order, the special before the general. */
type Words<V extends string> = Readonly<Record<V, RegExp | null>>;

export const CATEGORIES: Words<Category> = {
  property_management_fee: /物业|property/i,
  credit_card: /信用卡|credit[ _-]?card/i,
  online_loan: /网贷|小贷|小额|网络贷|消费贷|online[ _-]?loan|small[ _-]?loan|consumer/i,
  private_loan: /借条|欠条|借款|民间借贷|个人借贷|private[ _-]?loan|\biou\b/i,
  commercial_receivable: /货款|应收|商业|商账|账款|销售|服务费|工程款|commercial|receivable|trade|invoice|\bar\b/i,
};

export const SERVICE_LINES: Words<ServiceLine> = {
  robot_dunning: /机器人|智能|robot/i,
  lawyer_letter: /律师函|lawyer'?s?[ _-]?letter/i,
  lawyer_dunning: /律师|lawyer/i,
  legal: /诉讼|仲裁|起诉|法律|legal|litigation|suit|arbitration/i,
  agency_dunning: /公司|委外|催收|催款|agency|company|collection/i,
};

export const EVIDENCE: Words<EvidenceKind> = {
  demand_letter: /律师函|催款|催收|催告|demand|dunning|reminder/i,
  reconciliation_statement: /对账|statement|reconcil/i,
  loan_note: /借条|欠条|借据|\biou\b|promissory|loan[ _-]?note/i,
  invoice: /发票|invoice|fapiao|\binv\b/i,
  delivery_note: /送货|发货|签收|收货|验收|交付|delivery|\bpod\b/i,
  payment_record: /付款|转账|流水|回单|收款|payment|transfer|bank/i,
  id_copy: /身份证|营业执照|identity|id[ _-]?(card|copy)|licen[cs]e/i,
  judgment: /判决|裁决|调解书|judg|award/i,
  contract: /合同|协议|订单|contract|agreement|order|\bpo\b/i,
  other: null,
};

export const LEGAL_ORIGINS: Words<LegalOrigin> = {
  gambling: /赌|gambl/i,
  drugs: /毒|drug/i,
  property: /物业|property/i,
  lending: /借|贷|lend|loan/i,
  trade: /货|买卖|销售|采购|贸易|trade|goods|sale/i,
  service: /服务|劳务|工程|承揽|运输|维修|租赁|加工|service|transport|rent/i,
  other: null,
};

export const DEBTOR_KINDS: Words<DebtorKind> = {
  enterprise: /^(企业|公司|单位|法人|机构|个体工商户|enterprise|company|business|organi[sz]ation|corporate)$/i,
  person: /^(个人|自然人|person|individual|natural person)$/i,
};

function find<V extends string>(words: Words<V>, text: string): V | undefined {
  if (Object.hasOwn(words, text)) return text as V;
  for (const value in words) if (words[value]?.test(text)) return value;
  return undefined;
}

export const readCategory = (text: string) => find(CATEGORIES, text);
export const readServiceLine = (text: string) => find(SERVICE_LINES, text);
export const readDebtorKind = (text: string) => find(DEBTOR_KINDS, text);
/** An origin nobody can classify is `other`, which admission has a person look at. */
export const readLegalOrigin = (text: string): LegalOrigin => find(LEGAL_ORIGINS, text) ?? 'other';

/** The kinds of evidence a cell lists: words or file names, separated as people separate them; unknown ones are `other`. */
export function readEvidence(text: string): EvidenceKind[] {
  const parts = text.split(/[;；,，、|/\n\s+]+/).filter((part) => part !== '' && !/^(无|没有|none|-)$/i.test(part));
  return [...new Set(parts.map((part) => find(EVIDENCE, part) ?? 'other'))];
}

const ENTERPRISE_NAME =
  /公司|集团|厂|店|中心|合作社|事务所|医院|学校|大学|商行|经营部|工作室|酒店|超市|委员会|局|协会|\b(ltd|limited|inc|llc|co|corp|gmbh|company)\b/i;

/** Whether a name can only be an enterprise's. */
export function isEnterpriseName(name: string): boolean {
  return ENTERPRISE_NAME.test(name);
}
