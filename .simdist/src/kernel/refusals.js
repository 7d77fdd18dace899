import { refusal } from './refusal.js';
/** The refusals any operation may answer with; a module declares its own beside its service. */
export class InvalidInput extends refusal({
    code: 'INVALID_INPUT',
    status: 422,
    en: 'The field {path} is not valid: {reason}.',
    zh: '字段 {path} 无效：{reason}。',
    title: { zh: '输入无效' },
    meaning: {
        en: 'One field of the input cannot be accepted; it is named as you spelled it, with the reason. Nothing was changed.',
        zh: '输入中有一个字段不符合要求，字段名与原因已列明，未作任何更改。',
    },
    remedy: {
        en: 'Correct the field named in `path` and send the request again.',
        zh: '请修改 path 所指字段后重新提交。',
    },
    sample: { path: 'dueOn', reason: 'must be a calendar day written YYYY-MM-DD' },
}) {
}
export class NotFound extends refusal({
    code: 'NOT_FOUND',
    status: 404,
    en: 'There is no such thing here, or it is not yours to see.',
    zh: '未找到该对象，或您无权查看。',
    title: { zh: '未找到' },
    meaning: {
        en: 'No such object exists, or it belongs to another organisation; the answer is the same, so that ids cannot be probed.',
        zh: '对象不存在或不属于您；两种情况的回答相同，以防止探测编号。',
    },
    remedy: {
        en: 'Check the id and that you use the right organisation’s login or key, and live or test alike.',
        zh: '请核对编号，以及所用登录或密钥是否属于正确的机构和环境（正式或测试）。',
    },
}) {
}
/** What was found, or NOT_FOUND; the same for what does not exist and for what the caller may not see. */
export function orNotFound(found, path) {
    if (found === undefined)
        throw new NotFound(path === undefined ? {} : { path });
    return found;
}
export class Unauthenticated extends refusal({
    code: 'UNAUTHENTICATED',
    status: 401,
    en: 'Log in first: the access token or API key is missing, expired or not valid.',
    zh: '请先登录：访问令牌或 API 密钥缺失、过期或无效。',
    title: { zh: '未登录' },
    meaning: {
        en: 'The request carries no access token or API key, or one that has expired, was revoked or is made up.',
        zh: '请求未携带访问令牌或 API 密钥，或其已过期、被吊销或无效。',
    },
    remedy: {
        en: 'Send `Authorization: Bearer …` with a fresh access token (refresh it, or log in) or a live API key.',
        zh: '请在 Authorization: Bearer 中携带有效的访问令牌（可刷新或重新登录）或有效的 API 密钥。',
    },
}) {
}
export class Forbidden extends refusal({
    code: 'FORBIDDEN',
    status: 403,
    en: 'Your role or key does not allow this.',
    zh: '您的角色或密钥无权执行此操作。',
    title: { zh: '无权操作' },
    meaning: {
        en: 'You are logged in, but your kind of organisation, your role or the scopes of your key do not include this.',
        zh: '您的身份已确认，但机构类型、角色或密钥权限不包含该操作。',
    },
    remedy: {
        en: 'Ask an owner of your organisation for the role, or for a key with the scope; the API reference names it for each operation.',
        zh: '请向本机构的所有者申请相应角色或带有相应权限的密钥；接口文档列明了每个操作所需权限。',
    },
}) {
}
export class WrongState extends refusal({
    code: 'WRONG_STATE',
    status: 409,
    en: 'The current state, {state}, does not allow this.',
    zh: '当前状态为 {state}，无法执行此操作。',
    title: { zh: '状态不符' },
    meaning: {
        en: 'This is possible in certain states only; the state has changed, perhaps by another request at the same moment.',
        zh: '操作仅在特定状态下可用；该对象的状态已变化，可能是他人同时操作所致。',
    },
    remedy: {
        en: 'Read the object again and choose an operation that fits its state.',
        zh: '请重新读取该对象，选择与其状态相符的操作。',
    },
    sample: { state: 'withdrawn' },
}) {
}
export class Busy extends refusal({
    code: 'BUSY',
    status: 503,
    en: 'The system is busy with other requests; nothing was changed. Try again shortly.',
    zh: '系统繁忙，未做任何更改，请稍后重试。',
    title: { zh: '系统繁忙' },
    meaning: {
        en: 'More requests are waiting than can be served in good time, or a lock was not obtained. The request was turned away before it changed anything.',
        zh: '等待处理的请求过多，或未能取得锁；请求在作出任何更改之前即被退回。',
    },
    remedy: {
        en: 'Send the same request again, with the same Idempotency-Key, after the time of Retry-After; wait longer after each further try.',
        zh: '请在 Retry-After 指明的时间后，用相同的 Idempotency-Key 重发同一请求；再次失败时逐次延长等待。',
    },
}) {
}
export class DatabaseUnavailable extends refusal({
    code: 'DATABASE_UNAVAILABLE',
    status: 503,
    en: 'The database cannot be reached at the moment; nothing was changed. Try again shortly.',
    zh: '数据库暂时无法访问，未做任何更改，请稍后重试。',
    title: { zh: '数据库暂不可用' },
    meaning: {
        en: 'The database is being restarted or changed over, or has no room left. The request was turned away or undone as a whole.',
        zh: '数据库正在重启或切换，或资源已用尽；请求已被整体退回或撤销。',
    },
    remedy: {
        en: 'Send the same request again, with the same Idempotency-Key, after the time of Retry-After; wait longer after each further try.',
        zh: '请在 Retry-After 指明的时间后，用相同的 Idempotency-Key 重发同一请求；再次失败时逐次延长等待。',
    },
}) {
}
export class OutcomeUnknown extends refusal({
    code: 'OUTCOME_UNKNOWN',
    status: 503,
    en: 'The database was lost at the last moment: whether this was carried out is not known. Ask again with the same Idempotency-Key.',
    zh: '数据库在最后一刻失去连接，无法确定操作是否已完成，请用相同的 Idempotency-Key 再次请求。',
    title: { zh: '结果未知' },
    meaning: {
        en: 'The connection was lost while the transaction was being committed. All of it was carried out or none of it, and nobody could tell which.',
        zh: '提交事务时连接中断；操作要么全部完成，要么全部未完成，当时无法判断。',
    },
    remedy: {
        en: 'Send the same request again with the same Idempotency-Key: it is carried out once. Without a key, read the object first to see whether it changed.',
        zh: '请用相同的 Idempotency-Key 重发同一请求，操作只会执行一次；未使用键时，请先读取对象确认是否已变更。',
    },
}) {
}
/** Whether the database was lost: what others asked for in the same piece of work fares no better by itself. */
export function isDatabaseLost(error) {
    return error instanceof DatabaseUnavailable || error instanceof OutcomeUnknown;
}
export class RateLimited extends refusal({
    code: 'RATE_LIMITED',
    status: 429,
    en: 'Too many requests: the limit is {limit} per {windowSeconds} seconds. Try again in {retryAfter} seconds.',
    zh: '请求过于频繁：限额为每 {windowSeconds} 秒 {limit} 次，请在 {retryAfter} 秒后重试。',
    title: { zh: '请求过于频繁' },
    meaning: {
        en: 'You sent more requests than your rate allows. Capacity comes back steadily; `details` holds the limit, what is used and when it is fully restored.',
        zh: '请求数超出允许的速率。额度会持续恢复；details 中列明限额、已用量及完全恢复的时间。',
    },
    remedy: {
        en: 'Wait for Retry-After, and spread requests by the RateLimit headers; ask for batches and larger pages instead of single items. The platform can raise the limit.',
        zh: '请按 Retry-After 等待，并依据 RateLimit 响应头控制节奏；尽量使用批量接口和更大的分页。平台可提高限额。',
    },
    quota: {
        resets: {
            en: 'Steadily: {limit} in {windowSeconds} seconds; fully restored at {resetsAt}.',
            zh: '持续恢复，每 {windowSeconds} 秒恢复 {limit} 次，{resetsAt} 时完全恢复。',
        },
        basedOn: { en: '{basis}', zh: '{basis}' },
        howToGetMore: {
            en: 'Use batches, larger pages, webhooks or the event stream instead of polling; an API key has a higher limit than a member; the operator of the platform sets both.',
            zh: '请使用批量接口、更大的分页、Webhook 或事件流代替轮询；API 密钥的限额高于成员；限额由平台运营方设定。',
        },
    },
    sample: {
        limit: 6_000,
        used: 6_000,
        remaining: 0,
        windowSeconds: 60,
        resetsAt: '2026-03-01T08:31:00.000Z',
        retryAfter: 12,
        basis: 'MACHINE_REQUESTS',
    },
}) {
}
export class IdempotencyKeyReused extends refusal({
    code: 'IDEMPOTENCY_KEY_REUSED',
    status: 422,
    en: 'This Idempotency-Key was used before with another request.',
    zh: '该 Idempotency-Key 已用于其他请求。',
    title: { zh: '幂等键重复使用' },
    meaning: {
        en: 'A key stands for one request for 30 days. It was used before with another operation or another body.',
        zh: '一个键在 30 天内只对应一个请求；该键此前用于其他操作或不同的请求体。',
    },
    remedy: {
        en: 'Make a new key for each new request, and repeat a request only with its unchanged body.',
        zh: '每个新操作请使用新的键；重试时请保持请求体不变。',
    },
}) {
}
export class IdempotencyInFlight extends refusal({
    code: 'IDEMPOTENCY_IN_FLIGHT',
    status: 409,
    en: 'A request with this Idempotency-Key is still being worked on.',
    zh: '使用该 Idempotency-Key 的请求正在处理中。',
    title: { zh: '请求处理中' },
    meaning: {
        en: 'The first request with this key has not been answered yet; this one changed nothing.',
        zh: '使用该键的首个请求尚未完成，本次请求未作任何处理。',
    },
    remedy: {
        en: 'Send the same request again shortly: it then gets the first one’s answer.',
        zh: '请稍后重发同一请求，届时将返回首个请求的结果。',
    },
    retry: 'later',
}) {
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
];
