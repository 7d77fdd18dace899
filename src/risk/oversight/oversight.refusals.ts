import { refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class AppealOpenAlready extends refusal({
  code: 'APPEAL_OPEN_ALREADY',
  status: 409,
  en: 'An appeal of your organisation about its standing is open already.',
  zh: '贵机构已有一项待处理的等级申诉。',
  title: { zh: '已有待处理的申诉' },
  meaning: {
    en: 'A provider has one open appeal at a time, so that each is decided on its own.',
    zh: '每家服务方同时只能有一项待处理的申诉，以便逐项处理。',
  },
  remedy: {
    en: 'Wait for the decision, or take the open appeal back with `withdrawStandingAppeal`.',
    zh: '请等待处理结果，或用 withdrawStandingAppeal 撤回该申诉。',
  },
}) {}

export class AppealTooLate extends refusal({
  code: 'APPEAL_TOO_LATE',
  status: 409,
  en: 'An appeal is possible within {days} days of the change; it was on {changedOn}.',
  zh: '申诉须在变更后 {days} 日内提出；该变更发生于 {changedOn}。',
  title: { zh: '申诉已逾期' },
  meaning: {
    en: 'Whether a change of standing was right is best shown soon after it.',
    zh: '等级变更是否正确，宜在变更后不久核实。',
  },
  remedy: {
    en: 'Appeal against a later change, in which what you mean still shows.',
    zh: '如该问题仍影响之后的变更，请就之后的变更提出申诉。',
  },
  sample: { days: 90, changedOn: '2026-03-01' },
}) {}

export class AppealsUsedUp extends refusal({
  code: 'APPEALS_USED_UP',
  status: 409,
  en: 'Against one change {most} appeals are possible, and you made as many.',
  zh: '同一项变更最多可申诉 {most} 次，您已用完。',
  title: { zh: '申诉次数已用完' },
  meaning: {
    en: 'What was decided is not decided again and again; an appeal that was taken back counts as well.',
    zh: '已处理的事项不再反复处理；已撤回的申诉同样计入次数。',
  },
  remedy: {
    en: 'Appeal against a later change if what you mean still shows in it.',
    zh: '如该问题仍影响之后的变更，请就之后的变更提出申诉。',
  },
  sample: { most: 3 },
}) {}

export class NoVetoInForce extends refusal({
  code: 'NO_VETO_IN_FORCE',
  status: 409,
  en: 'The grade of this provider is not limited.',
  zh: '该服务方的等级未受限制。',
  title: { zh: '无等级限制' },
  meaning: {
    en: 'There is nothing to lift: no limit was set, its last day is over, or it was lifted before.',
    zh: '没有可解除的等级限制：未曾设定、已到期或已解除。',
  },
  remedy: { en: 'Read the standing of the provider again.', zh: '请重新查看该服务方的等级。' },
}) {}

export class HoldNotExonerable extends refusal({
  code: 'HOLD_NOT_EXONERABLE',
  status: 409,
  en: 'The appeal names no ended hold that counts for the provider.',
  zh: '该申诉未指明计入该服务方等级且已终止的持案。',
  title: { zh: '持案不可免责' },
  meaning: {
    en: 'Only an ended hold of the provider, which the appeal names, can be taken out of its standing, and only once.',
    zh: '只有申诉指明的、该服务方已终止的持案可不再计入，且仅限一次。',
  },
  remedy: {
    en: 'Answer the appeal with another code; the provider can appeal again and name the hold.',
    zh: '请改用其他答复代码；服务方可重新申诉并指明持案。',
  },
}) {}

refuseOnConstraint('standing_appeals_one_open', () => new AppealOpenAlready());
