import { type CodeOf, defineVocabulary } from '../../kernel/index.js';

/** What a case is about. Contingency fees are forbidden for some matters (司发通〔2021〕87号 item 4). */
export const MATTER = defineVocabulary({
  sale: { en: 'Goods sold.', zh: '买卖' },
  services: { en: 'Services rendered.', zh: '服务' },
  construction: { en: 'Construction work.', zh: '建设工程' },
  lease: { en: 'A lease.', zh: '租赁' },
  property_management: { en: 'Management of a building or estate.', zh: '物业服务' },
  loan: { en: 'Money lent.', zh: '借款' },
  marriage_and_inheritance: { en: 'Marriage or inheritance.', zh: '婚姻继承' },
  social_insurance: { en: 'Social insurance benefits.', zh: '社会保险待遇' },
  minimum_living_benefit: { en: 'The minimum living benefit.', zh: '最低生活保障待遇' },
  maintenance: { en: 'Maintenance of parents, children or spouses.', zh: '赡养费、抚养费、扶养费' },
  pension: { en: 'A pension for survivors.', zh: '抚恤金' },
  relief: { en: 'Relief payments.', zh: '救济金' },
  work_injury: { en: 'Compensation for a work injury.', zh: '工伤赔偿' },
  labour_pay: { en: 'Pay for labour.', zh: '劳动报酬' },
  criminal: { en: 'A criminal case.', zh: '刑事诉讼' },
  administrative: { en: 'An administrative suit.', zh: '行政诉讼' },
  state_compensation: { en: 'State compensation.', zh: '国家赔偿' },
  group_suit: { en: 'A suit of a group.', zh: '群体性诉讼' },
});
export type Matter = CodeOf<typeof MATTER>;
