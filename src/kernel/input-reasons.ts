import { fill, type Locale, type Texts } from './locale.js';

/**
 * Why an input is not acceptable, in both languages: code → the end of an English sentence with `{places}` for figures, and
 * Chinese with the same ones. `invalid` throws it by its code, so that a machine gets a stable code and a person words in
 * their language. A module declares its own with `defineReasons` beside its refusals.
 */
export type ReasonTexts = Readonly<Record<string, readonly [en: string, zh: string]>>;

const byCode = new Map<string, Texts>();

/** Enters reasons in the list; a code declared twice with other words is a programming error. */
export function declareReasons<const R extends ReasonTexts>(reasons: R): R {
  for (const [code, [en, zh]] of Object.entries(reasons)) {
    const known = byCode.get(code);
    if (known && known.en !== en) throw new Error(`reason code ${code} is declared twice`);
    byCode.set(code, { en, zh });
  }
  return reasons;
}

/** The words of a code with its figures; the code itself when it is not declared. */
export function reasonWords(code: string, locale: Locale, figures: Readonly<Record<string, unknown>> = {}): string {
  const known = byCode.get(code);
  return known ? fill(known, locale, figures) : code;
}

/** The places of a reason that figures fill. */
export function placesOf(code: string): string[] {
  return [...(byCode.get(code)?.en ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

/** Every declared reason, by code. */
export function inputReasons(): readonly Readonly<{ code: string } & Texts>[] {
  return [...byCode].map(([code, texts]) => ({ code, ...texts })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

export const REASONS = declareReasons({
  NOT_ACCEPTABLE: ['not acceptable', '不可接受'],
  MUST_BE_GIVEN: ['must be given', '必须填写'],
  UNKNOWN_FIELD: ['there is no such field', '没有该字段'],
  NO_FIGURE: ['names no figure to change', '没有指明要更改的参数'],
  UNKNOWN_FIGURE: ['there is no such figure', '没有该参数'],
  FOREIGN_CURSOR: ['not a cursor of this list', '不是本列表的游标'],
  CURSOR_OF_OTHER_SORT: [
    'a cursor of {sort}; this is one of another sort',
    '应为 {sort} 排序的游标，所给游标属于其他排序',
  ],
  NOT_THAT_ID: ['must be a {kind} id such as {example}', '应为 {kind} 编号，例如 {example}'],
  NOT_THAT_ID_EACH: ['each must be a {kind} id such as {example}', '每一项应为 {kind} 编号，例如 {example}'],
  TOO_MANY_IDS: ['must be a list of at most {max} ids', '应为最多 {max} 个编号的列表'],
  NOT_FEN: [
    'must be a string of an integer number of fen, such as "125000"',
    '应为以分为单位的整数字符串，例如 "125000"',
  ],
  FEN_TOO_SMALL: ['must be at least {least} fen', '不得少于 {least} 分'],
  FEN_OUT_OF_RANGE: ['must be between {least} and {most} fen', '应在 {least} 至 {most} 分之间'],
  NOT_A_DAY: ['must be a calendar day written YYYY-MM-DD', '应为 YYYY-MM-DD 格式的日期'],
  NOT_AN_INSTANT: [
    'must be an RFC 3339 timestamp such as "2026-03-01T08:30:00Z"',
    '应为 RFC 3339 时间，例如 "2026-03-01T08:30:00Z"',
  ],
  NOT_A_JSON_OBJECT: ['must be a JSON object', '应为 JSON 对象'],
  NOT_A_MONTH: ['must be a month, YYYY-MM', '应为 YYYY-MM 格式的月份'],
  IN_THE_FUTURE: ['must not be in the future', '不得晚于当前时间'],
  ALREADY_OVER: ['already over', '时间已过'],
  DAY_PASSED: ['the day has passed', '该日期已过'],
  OUT_OF_RANGE: ['must be between {least} and {most}', '应在 {least} 至 {most} 之间'],
  NOT_TEXT_OF_LENGTH: ['must be {least} to {most} characters of text', '应为 {least} 至 {most} 个字符的文本'],
  NOT_PLAIN_TEXT: ['must be text without U+0000 and unpaired surrogates', '文本不得含有 U+0000 或不成对的代理码'],
  DAMAGED_TEXT: ['must not contain damaged characters', '不得含有损坏的字符（乱码）'],
  DIGITS_LOST: [
    'is a number in short form, which lost its last digits; send it as text',
    '为科学计数法的简写，末位数字已丢失；请以文本提交',
  ],
  CONTROL_CHARACTERS: ['must not contain control characters', '不得含有控制字符'],
  AT_MOST: ['must be at most {most}', '不得超过 {most}'],
  WITHIN: ['must be {least} to {most}', '应为 {least} 至 {most}'],
  NO_KEY: ['must be a valid public key', '不是有效的公钥'],
  SECRET_WITH_ADDRESS: ['must be given together with a new address', '更换地址时须同时提供'],
  NOT_MULTIPART_FILES: ['expected multipart/form-data with files', '应为含文件的 multipart/form-data'],
  TOO_MANY_FILES: ['must be at most {most} files at once', '一次最多 {most} 个文件'],
  SECONDS_OUT_OF_RANGE: ['must be {least} to {most} seconds ({days} days)', '应为 {least} 至 {most} 秒（{days} 天）'],
  TOO_FAR_AHEAD: ['must not be more than {days} days in total', '累计不得超过 {days} 天'],
  EMPTY_TEXT: ['must not be empty', '不得为空'],
  TOO_DEEP: ['must not be nested more than {levels} levels deep', '嵌套不得超过 {levels} 层'],
  SOCKET_ONLY: ['a subscription is sent over a WebSocket', '订阅须通过 WebSocket 发送'],
  ONE_OF: ['must be one of {values}', '应为以下之一：{values}'],
  EACH_ONE_OF: ['each must be one of {values}', '每一项应为以下之一：{values}'],
  ONE_OR_MORE_OF: ['must be one or more of {values}', '应为以下一项或多项：{values}'],
  AMONG: ['must be among {values}', '应在以下范围内：{values}'],
  AT_LEAST_FIELD: ['must be at least {other}', '不得小于 {other}'],
  AT_MOST_FIELD: ['must be at most {other}', '不得大于 {other}'],
  NOT_AN_EMAIL: ['not an email address', '不是有效的邮箱地址'],
  NOT_KEY_TEXT: ['must be 1 to 255 printable ASCII characters', '应为 1 至 255 个可打印 ASCII 字符'],
  NOT_CODES: ['must be codes in capitals', '应为大写代码'],
  NOT_SIX_DIGITS: ['must be six digits', '应为六位数字'],
  FILE_HAS_NO_BYTES: ['the file is empty', '文件为空'],
  NOT_MULTIPART: ['expected multipart/form-data with one file', '应为含一个文件的 multipart/form-data'],
  NO_FILE: ['there is no file in the request', '请求中没有文件'],
  NOT_HTTP: ['it is not a well-formed HTTP request', '不是格式正确的 HTTP 请求'],
  MULTIPART_DAMAGED: ['the multipart body is cut off or malformed', 'multipart 请求体被截断或格式错误'],
});
