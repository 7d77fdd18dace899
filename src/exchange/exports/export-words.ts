import type { DebtCategory, DebtorKind, ServiceLine } from '../../casework/admission/index.js';
import type { CaseState, CloseCode } from '../../casework/cases/index.js';
import type { ActivityKind, ActivityOutcome } from '../../casework/collection/index.js';
import type { Locale, Texts } from '../../kernel/index.js';

/** Chinese words for the codes of a table; in English the code itself is the word. */
const CHINESE: {
  state: Record<CaseState, string>;
  category: Record<DebtCategory, string>;
  serviceLine: Record<ServiceLine, string>;
  debtorKind: Record<DebtorKind, string>;
  closeCode: Record<CloseCode, string>;
  kind: Record<ActivityKind, string>;
  outcome: Record<ActivityOutcome, string>;
} = {
  state: {
    draft: '草稿',
    submitted: '待审核',
    under_review: '审核中',
    listed: '已挂牌',
    grabbed: '已抢单',
    in_collection: '催收中',
    on_hold: '暂停',
    in_litigation: '诉讼中',
    recovered: '全部收回',
    partially_recovered: '部分收回',
    unrecovered: '未收回',
    withdrawn: '已撤回',
    returned: '已退回',
    rejected: '未通过',
  },
  category: {
    commercial_receivable: '商账',
    property_management_fee: '物业费',
    online_loan: '网络贷款',
    credit_card: '信用卡',
    private_loan: '民间借贷',
  },
  serviceLine: {
    agency_dunning: '机构催收',
    lawyer_dunning: '律师催收',
    lawyer_letter: '律师函',
    robot_dunning: '智能催收',
    legal: '诉讼仲裁',
  },
  debtorKind: { enterprise: '企业', person: '个人' },
  closeCode: {
    paid: '已付清',
    partially_paid: '部分付款',
    insolvent: '债务人破产',
    untraceable: '债务人失联',
    disputed: '债务有争议',
    withdrawn: '债权人撤回',
    exhausted: '已穷尽手段',
    time_barred: '超过诉讼时效',
    settlement_rejected: '债权人拒绝和解',
    unresponsive_creditor: '债权人不回应',
    uneconomical: '继续催收不经济',
    never_started: '从未开始',
    invalid_data: '资料有误',
  },
  kind: { call: '电话', message: '短信或消息', letter: '信函', visit: '上门', negotiation: '协商' },
  outcome: {
    reached: '已联系上',
    not_reached: '未联系上',
    refused: '拒绝付款',
    promised: '承诺付款',
    delivered: '已送达',
    other: '其他',
  },
};

export type WordList = keyof typeof CHINESE;

/** The word for a code. */
export function wordFor<L extends WordList>(list: L, code: keyof (typeof CHINESE)[L], locale: Locale): string {
  return locale === 'zh-CN' ? (CHINESE[list][code] as string) : String(code);
}

export function say(texts: Texts, locale: Locale): string {
  return locale === 'zh-CN' ? texts.zh : texts.en;
}
