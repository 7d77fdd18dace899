import type { Texts } from '../../kernel/index.js';

/**
 * Why an ERP returned no documents. `credentials`: only the owner can correct it; `refused`: an immediate retry gets the same
 * answer; `later`: a retry may succeed.
 */
export type ErpFaultKind = 'credentials' | 'refused' | 'later';

/** Every fault of a connection, with its text for the owner. */
export const ERP_FAULTS = {
  ERP_CREDENTIALS_REFUSED: t('The ERP rejects the credentials of this connection.', 'ERP 系统不接受该连接的凭据。'),
  ERP_ACCESS_DENIED: t('The ERP does not allow this user to read receivables.', 'ERP 系统不允许该用户读取应收单据。'),
  ERP_SESSION_LOST: t('The ERP keeps losing the session of this connection.', 'ERP 系统会话反复失效。'),
  ERP_REFUSED: t('The ERP refused the query for receivables.', 'ERP 系统拒绝了应收单据查询。'),
  ERP_NOT_FOUND: t('There is no such ERP at this address.', '该地址没有对应的 ERP 系统。'),
  ERP_RATE_LIMITED: t('The ERP limits the rate of requests.', 'ERP 系统要求降低请求频率。'),
  ERP_UNAVAILABLE: t('The ERP is unavailable; the platform retries.', 'ERP 系统暂不可用，稍后重试。'),
  ERP_ANSWER_BROKEN: t('The ERP’s answer is unreadable; the platform retries.', 'ERP 系统返回内容无法读取，稍后重试。'),
  ERP_ANSWER_STRANGE: t('The ERP’s answer does not have the expected form.', 'ERP 系统返回内容格式不符。'),
  ERP_ADDRESS_NOT_ALLOWED: t(
    'The address is not allowed: only public addresses over https.',
    '该地址不允许连接：仅支持公网 https 地址。',
  ),
  SYNC_INTERRUPTED: t(
    'The platform interrupted the run; it will continue automatically.',
    '同步被平台中断，将自动继续。',
  ),
} as const satisfies Record<string, Texts>;

export type ErpFaultCode = keyof typeof ERP_FAULTS;

/** Carries a code and never the ERP's own text, which may hold anything. */
export class ErpFault extends Error {
  constructor(
    readonly kind: ErpFaultKind,
    readonly code: ErpFaultCode,
    /** `Retry-After` of the ERP in seconds; null when it sent none. */
    readonly retryAfter: number | null = null,
  ) {
    super(code);
  }
}

/** The server could not take a question of this length: asked for less at once, it may answer. */
export class QuestionTooLong extends ErpFault {
  constructor() {
    super('refused', 'ERP_REFUSED');
  }
}

export function t(en: string, zh: string): Texts {
  return { en, zh };
}
