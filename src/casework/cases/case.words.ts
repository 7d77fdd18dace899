import { defineVocabulary } from '../../kernel/index.js';

export const CASE_STATE = defineVocabulary({
  draft: { en: 'Being written.', zh: '草稿' },
  submitted: { en: 'Waits for a reviewer.', zh: '待审核' },
  under_review: { en: 'A reviewer has claimed it.', zh: '审核中' },
  listed: { en: 'In the hall, free to be grabbed.', zh: '已挂牌' },
  grabbed: { en: 'A provider holds it and has not accepted the entrustment yet.', zh: '已抢单' },
  in_collection: { en: 'A provider works on it.', zh: '催收中' },
  on_hold: { en: 'Stopped for the time being.', zh: '暂停' },
  in_litigation: { en: 'Before a court.', zh: '诉讼中' },
  recovered: { en: 'Closed: all of the outstanding amount came in.', zh: '全部收回' },
  partially_recovered: { en: 'Closed: a part of the outstanding amount came in.', zh: '部分收回' },
  unrecovered: { en: 'Closed: nothing came in.', zh: '未收回' },
  withdrawn: { en: 'Taken back by its creditor.', zh: '已撤回' },
  returned: { en: 'Came back from its holders too often; its creditor may list it again.', zh: '已退回' },
  rejected: { en: 'Refused admission.', zh: '未通过' },
});

/** Why a case was closed, as the trade's reporting systems code it. */
export const CLOSE_CODE = defineVocabulary({
  paid: { en: 'Paid in full.', zh: '已付清' },
  partially_paid: { en: 'Paid in part.', zh: '部分付款' },
  insolvent: { en: 'The debtor is insolvent.', zh: '债务人破产' },
  untraceable: { en: 'The debtor cannot be found.', zh: '债务人失联' },
  disputed: { en: 'The debtor disputes the claim.', zh: '债务有争议' },
  withdrawn: { en: 'The creditor took it back.', zh: '债权人撤回' },
  exhausted: { en: 'Everything was tried.', zh: '已穷尽手段' },
  time_barred: { en: 'The limitation period is over (Civil Code art. 188).', zh: '超过诉讼时效' },
  settlement_rejected: { en: 'The creditor refused the settlement that was offered.', zh: '债权人拒绝和解' },
  unresponsive_creditor: { en: 'The creditor did not answer.', zh: '债权人不回应' },
  uneconomical: { en: 'Going on would cost more than it brings.', zh: '继续催收不经济' },
  never_started: { en: 'No work was ever begun.', zh: '从未开始' },
  invalid_data: { en: 'What was posted is wrong.', zh: '资料有误' },
});
