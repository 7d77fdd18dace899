import { type CodeOf, defineVocabulary } from '../../kernel/index.js';

/**
 * What a case is about, by the causes of action of civil courts (民事案件案由规定), and the matters of which lawyers may take no
 * contingency fee (司发通〔2021〕87号 item 4), which `matter.policy.ts` tells apart.
 */
export const MATTER = defineVocabulary(
  {
    sale: { en: 'Goods sold.', zh: '买卖', aliases: /买卖|货款|销售|采购|购销|供货|\bsales?\b|purchase|\bgoods\b/i },
    services: {
      en: 'Services or work rendered, other than by an employee.',
      zh: '服务',
      aliases: /服务|劳务|承揽|加工|维修|咨询|\bservices?\b/i,
    },
    construction: { en: 'Construction work.', zh: '建设工程', aliases: /工程|施工|装修|construction/i },
    lease: {
      en: 'Rent of rooms, land or equipment.',
      zh: '租赁',
      aliases: /租赁|租金|房租|\bleas(e|ing)\b|\brent(al)?\b/i,
    },
    carriage: { en: 'Carriage of goods.', zh: '运输', aliases: /运输|货运|物流|运费|carriage|transport|freight/i },
    property_management: {
      en: 'Management of a building or estate.',
      zh: '物业服务',
      aliases: /物业|property[ _-]?(management|fee)/i,
    },
    loan: { en: 'Money lent.', zh: '借款', aliases: /借款|借贷|贷款|借条|欠条|\bloans?\b|lending/i },
    credit_card: { en: 'A credit card account.', zh: '信用卡', aliases: /信用卡|credit[ _-]?card/i },
    recourse: {
      en: 'Recourse of a guarantor or co-debtor.',
      zh: '追偿权',
      aliases: /追偿|担保|保证合同|recourse|guarant/i,
    },
    damages: { en: 'Damages in contract or tort.', zh: '损害赔偿', aliases: /侵权|损害|赔偿|damages|\btort\b/i },
    marriage_and_inheritance: {
      en: 'Marriage or inheritance.',
      zh: '婚姻继承',
      aliases: /婚姻|婚约|离婚|彩礼|继承|遗产|marriage|divorce|inherit/i,
    },
    social_insurance: {
      en: 'Social insurance benefits.',
      zh: '社会保险待遇',
      aliases: /社会保险|社保|养老金|退休金|(养老|医疗|失业|生育)保险|social[ _-]?(insurance|security)/i,
    },
    minimum_living_benefit: {
      en: 'The benefit that the state grants for subsistence.',
      zh: '最低生活保障待遇',
      aliases: /低保|最低生活|minimum[ _-]?living/i,
    },
    maintenance: {
      en: 'Maintenance of parents, children or spouses.',
      zh: '赡养费、抚养费、扶养费',
      aliases: /赡养|抚养|扶养|alimony|child[ _-]?support/i,
    },
    pension: { en: 'A pension for the disabled or bereaved.', zh: '抚恤金', aliases: /抚恤|survivors?.{0,3}pension/i },
    relief: { en: 'Relief payments.', zh: '救济金', aliases: /救济|relief/i },
    work_injury: {
      en: 'Compensation for a work injury.',
      zh: '工伤赔偿',
      aliases: /工伤|work[ _-]?(related )?injury|industrial injury/i,
    },
    labour_pay: {
      en: 'Wages and other pay of employees.',
      zh: '劳动报酬',
      aliases: /劳动报酬|劳动争议|劳动合同|工资|薪资|欠薪|薪酬|labou?r|\bwages?\b|salar(y|ies)|payroll/i,
    },
    criminal: { en: 'Criminal proceedings.', zh: '刑事诉讼', aliases: /刑事|退赔|追缴|criminal/i },
    administrative: {
      en: 'Administrative proceedings.',
      zh: '行政诉讼',
      aliases: /行政(诉讼|案件|复议|处罚|纠纷)|administrative/i,
    },
    state_compensation: {
      en: 'Compensation claimed of the state.',
      zh: '国家赔偿',
      aliases: /国家赔偿|行政赔偿|刑事赔偿|state[ _-]?compensation/i,
    },
    group_suit: {
      en: 'Group litigation.',
      zh: '群体性诉讼',
      aliases: /群体|集体诉讼|代表人诉讼|group[ _-]?(suit|litigation|action)|class[ _-]?action/i,
    },
    other: { en: 'Something else.', zh: '其他', aliases: /^(其他|其它|other)/i },
  },
  [
    ...(['state_compensation', 'group_suit', 'criminal', 'administrative', 'work_injury', 'labour_pay'] as const),
    ...(['social_insurance', 'minimum_living_benefit', 'maintenance', 'pension', 'relief'] as const),
    ...([
      'marriage_and_inheritance',
      'property_management',
      'credit_card',
      'construction',
      'recourse',
      'lease',
    ] as const),
    ...(['carriage', 'loan', 'damages', 'sale'] as const),
  ],
);
export type Matter = CodeOf<typeof MATTER>;
