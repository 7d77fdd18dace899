import type { Texts } from '../../kernel/index.js';
import type { Matter } from './matter.words.js';

/**
 * Matters in which a law firm may take no contingency fee, openly or in disguise (司发通〔2021〕87号 item 4), in the words of the item.
 * It binds law firms only: an agency's fee is a matter of contract.
 */
export const CONTINGENCY_FORBIDDEN = {
  criminal: { en: 'criminal proceedings', zh: '刑事诉讼案件' },
  administrative: { en: 'administrative proceedings', zh: '行政诉讼案件' },
  state_compensation: { en: 'state compensation', zh: '国家赔偿案件' },
  group_suit: { en: 'group litigation', zh: '群体性诉讼案件' },
  marriage_and_inheritance: { en: 'marriage and inheritance', zh: '婚姻继承案件' },
  social_insurance: { en: 'social insurance benefits', zh: '请求给予社会保险待遇的案件' },
  minimum_living_benefit: { en: 'the minimum living benefit', zh: '请求给予最低生活保障待遇的案件' },
  maintenance: {
    en: 'maintenance of parents, children or spouses',
    zh: '请求给付赡养费、抚养费、扶养费的案件',
  },
  pension: { en: 'a pension for the disabled or bereaved', zh: '请求给付抚恤金的案件' },
  relief: { en: 'relief payments', zh: '请求给付救济金的案件' },
  work_injury: { en: 'compensation for a work injury', zh: '请求给付工伤赔偿的案件' },
  labour_pay: { en: 'pay for labour', zh: '请求支付劳动报酬的案件' },
} as const satisfies Partial<Record<Matter, Texts>>;

export type ForbiddenMatter = keyof typeof CONTINGENCY_FORBIDDEN;

/** The codes of these matters. */
export const FORBIDDEN_MATTERS = Object.keys(CONTINGENCY_FORBIDDEN) as ForbiddenMatter[];

/** Whether a law firm may take no contingency fee in this matter; a matter that was not stated forbids nothing. */
export function contingencyForbidden(matter: string | null): matter is ForbiddenMatter {
  return matter !== null && Object.hasOwn(CONTINGENCY_FORBIDDEN, matter);
}

/**
 * Matters that are no debt to be collected, by whomever. What a creditor may claim of a debtor is an obligation between equal parties
 * (Civil Code art. 2, 118). A criminal court itself orders what is to be given back (Criminal Law art. 64), an administrative suit is
 * about an act of an authority (Administrative Litigation Law art. 2), and state compensation is paid by the organ that owes it on a
 * procedure of its own (State Compensation Law art. 2, 37). A civil claim that arises beside them is posted by its own matter. The other
 * matters of item 4 may be debts between equal parties: they are admitted, and agencies may take them.
 */
const NO_DEBTS: ReadonlySet<string> = new Set<Matter>(['criminal', 'administrative', 'state_compensation']);

/** Whether a case of this matter is a debt at all. */
export function isDebt(matter: Matter | null): boolean {
  return matter === null || !NO_DEBTS.has(matter);
}
