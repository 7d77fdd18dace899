import { type CodeOf, defineLifecycle, defineVocabulary } from '../../kernel/index.js';

export const APPEAL_STATE = defineVocabulary({
  open: { en: 'Waits for the platform.', zh: '待处理' },
  upheld: { en: 'The provider was right.', zh: '申诉成立' },
  dismissed: { en: 'The standing was right.', zh: '申诉驳回' },
  withdrawn: { en: 'The provider took it back.', zh: '已撤回' },
});
export type AppealState = CodeOf<typeof APPEAL_STATE>;

export const appealLifecycle = defineLifecycle<AppealState>('appeal', 'open', {
  open: ['upheld', 'dismissed', 'withdrawn'],
  upheld: [],
  dismissed: [],
  withdrawn: [],
});

/** Why a provider appeals. */
export const APPEAL_REASON = defineVocabulary({
  hold_not_ours: { en: 'The end of a hold is not our doing.', zh: '持案终止非我方原因' },
  wrong_facts: { en: 'A fact behind the standing is wrong.', zh: '事实有误' },
  veto_unfounded: { en: 'The limit of our grade has no ground.', zh: '等级限制无依据' },
  other: { en: 'Another reason, given in words.', zh: '其他' },
});
export type AppealReason = CodeOf<typeof APPEAL_REASON>;

/** What the platform says to an appeal. The first three uphold it. */
export const APPEAL_ANSWER = defineVocabulary({
  hold_exonerated: { en: 'The hold counts for nothing any more.', zh: '该持案不再计入' },
  facts_corrected: { en: 'The facts were corrected at their source.', zh: '事实已更正' },
  veto_lifted: { en: 'The limit of the grade is lifted.', zh: '解除等级限制' },
  facts_right: { en: 'The facts are right.', zh: '事实无误' },
  holder_responsible: { en: 'The holder caused the end of the hold.', zh: '系服务方原因' },
  veto_founded: { en: 'The limit of the grade has its ground.', zh: '等级限制有依据' },
  not_shown: { en: 'What was claimed was not shown.', zh: '未能证明' },
});
export type AppealAnswer = CodeOf<typeof APPEAL_ANSWER>;

const UPHOLDING: readonly AppealAnswer[] = ['hold_exonerated', 'facts_corrected', 'veto_lifted'];

/** What an answer makes of an appeal. */
export function outcomeOf(answer: AppealAnswer): 'upheld' | 'dismissed' {
  return UPHOLDING.includes(answer) ? 'upheld' : 'dismissed';
}
