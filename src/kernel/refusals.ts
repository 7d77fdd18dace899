import { defineRefusal, Refusal } from './refusal.js';

/** The refusals every act may answer with; a module declares its own beside its service. */

export class InvalidInput extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'INVALID_INPUT',
    status: 422,
    en: 'The field {path} is not valid: {reason}.',
    zh: '字段 {path} 无效：{reason}。',
  });
}

export class NotFound extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'NOT_FOUND',
    status: 404,
    en: 'There is no such thing here, or it is not yours to see.',
    zh: '未找到该对象，或您无权查看。',
  });
}

export class Unauthenticated extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'UNAUTHENTICATED',
    status: 401,
    en: 'Log in first: the access token or API key is missing, expired or not valid.',
    zh: '请先登录：访问令牌或 API 密钥缺失、过期或无效。',
  });
}

export class Forbidden extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FORBIDDEN',
    status: 403,
    en: 'Your role or key does not allow this.',
    zh: '您的角色或密钥无权执行此操作。',
  });
}

export class WrongState extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'WRONG_STATE',
    status: 409,
    en: 'It is {state} now, so this cannot be done.',
    zh: '当前状态为 {state}，无法执行此操作。',
  });
}

export class Busy extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'BUSY',
    status: 503,
    en: 'The system is busy with other requests; nothing was changed. Try again shortly.',
    zh: '系统繁忙，未做任何更改，请稍后重试。',
  });
}

export class RateLimited extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'RATE_LIMITED',
    status: 429,
    en: 'Too many requests: the limit is {limit} per {window}. Try again in {retryAfter} seconds.',
    zh: '请求过于频繁：限额为每 {window} {limit} 次，请在 {retryAfter} 秒后重试。',
  });
}

export class IdempotencyKeyReused extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'IDEMPOTENCY_KEY_REUSED',
    status: 422,
    en: 'This Idempotency-Key was used before with another request.',
    zh: '该 Idempotency-Key 已用于其他请求。',
  });
}

export class IdempotencyInFlight extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'IDEMPOTENCY_IN_FLIGHT',
    status: 409,
    en: 'A request with this Idempotency-Key is still being worked on.',
    zh: '使用该 Idempotency-Key 的请求正在处理中。',
  });
}

/** The refusals that belong to every mutation's result union. */
export const COMMON_REFUSALS = [
  InvalidInput,
  NotFound,
  Unauthenticated,
  Forbidden,
  WrongState,
  Busy,
  RateLimited,
  IdempotencyKeyReused,
  IdempotencyInFlight,
] as const;
