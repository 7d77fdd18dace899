import { refusal } from '../../kernel/index.js';

export class RevisionOutdated extends refusal({
  code: 'REVISION_OUTDATED',
  status: 409,
  en: 'The proposed amount is {outstandingFen} yuan now; {coveredFen} yuan are recovered or reported.',
  zh: '当前待确认的金额为 {outstandingFen} 元；已回款或已报告 {coveredFen} 元。',
  title: { zh: '调整已变更' },
  meaning: {
    en: 'You consent to one amount. The books show another one since, or repayments leave nothing of it to collect.',
    zh: '确认只针对一个金额；账簿此后已显示其他金额，或回款后已无余额可催收。',
  },
  remedy: {
    en: 'Read the revision again. If nothing is left to collect, recall the case or wait for its repayments.',
    zh: '请重新查看待确认的调整；如已无余额，请撤回委托或等待回款确认。',
  },
  sample: { outstandingFen: '90000', coveredFen: '30000' },
}) {}
