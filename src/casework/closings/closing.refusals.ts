import { refusal } from '../../kernel/index.js';

export class EntrustmentNotAccepted extends refusal({
  code: 'ENTRUSTMENT_NOT_ACCEPTED',
  status: 409,
  en: 'The entrustment of this grab is not accepted, so the case cannot be closed.',
  zh: '该抢单的委托尚未接受，不能结案。',
  title: { zh: '委托未接受' },
  meaning: {
    en: 'Only a provider that accepted the entrustment and worked on the case may propose to close it.',
    zh: '只有已接受委托并实际办理的服务方可以提议结案。',
  },
  remedy: {
    en: 'Accept the entrustment and work on the case, or return it with `returnGrab`.',
    zh: '请先接受委托并办理案件，或用 returnGrab 退回案件。',
  },
}) {}

export class WorkNotLogged extends refusal({
  code: 'WORK_NOT_LOGGED',
  status: 409,
  en: 'The close code {closeCode} claims at least {least} activities of these kinds: {kinds}; {logged} are logged.',
  zh: '结案代码 {closeCode} 须至少有 {least} 条以下类型的催记：{kinds}；目前为 {logged} 条。',
  title: { zh: '催记不足' },
  meaning: {
    en: 'A close code says what was tried. It counts only with the work logged that it claims; after a refused proposal, with work logged since.',
    zh: '结案代码说明已采取的措施，须有相应催记为据；提议被拒绝后，只计此后的催记。',
  },
  remedy: {
    en: 'Log the work with `logActivity`, choose another close code, or return the case with `returnGrab`.',
    zh: '请用 logActivity 登记催记，改用其他结案代码，或用 returnGrab 退回案件。',
  },
  sample: { closeCode: 'untraceable', least: 3, kinds: 'call, message, letter, visit', logged: 1 },
}) {}

export class CloseCodeNotTheHolders extends refusal({
  code: 'CLOSE_CODE_NOT_THE_HOLDERS',
  status: 409,
  en: 'The close code {closeCode} is not for the holder of a case to give.',
  zh: '结案代码 {closeCode} 不能由持案服务方使用。',
  title: { zh: '不能使用该结案代码' },
  meaning: {
    en: 'A case is withdrawn by its creditor, and one on which no work was begun is returned.',
    zh: '撤回由债权人决定；未开始办理的案件应退回。',
  },
  remedy: {
    en: 'Return the case with `returnGrab`, or ask its creditor to recall it.',
    zh: '请用 returnGrab 退回案件，或请债权人收回。',
  },
  sample: { closeCode: 'withdrawn' },
}) {}

export class CloseNotProposed extends refusal({
  code: 'CLOSE_NOT_PROPOSED',
  status: 409,
  en: 'No close of this case is proposed now.',
  zh: '该案件当前没有待答复的结案提议。',
  title: { zh: '没有结案提议' },
  meaning: {
    en: 'The holder proposed no close, took it back, or it was answered already.',
    zh: '服务方未提议结案、已撤回提议，或该提议已被答复。',
  },
  remedy: { en: 'Read the grab again.', zh: '请重新读取该抢单。' },
}) {}

export class CloseProposedAlready extends refusal({
  code: 'CLOSE_PROPOSED_ALREADY',
  status: 409,
  en: 'You proposed to close this case as {closeCode}; the creditor has not answered yet.',
  zh: '您已提议以 {closeCode} 结案，债权人尚未答复。',
  title: { zh: '已提议结案' },
  meaning: {
    en: 'One close at a time is proposed. It is carried out when the creditor consents, or does not answer in time.',
    zh: '同一时间只能有一项结案提议；债权人同意或逾期未答复后生效。',
  },
  remedy: {
    en: 'Wait for the answer, or take the proposal back with `withdrawClosing`.',
    zh: '请等待答复，或用 withdrawClosing 撤回提议。',
  },
  sample: { closeCode: 'untraceable' },
}) {}

/** The refusals of a proposal, besides the common ones. */
export const CLOSING_REFUSALS = [
  EntrustmentNotAccepted,
  WorkNotLogged,
  CloseCodeNotTheHolders,
  CloseProposedAlready,
] as const;
