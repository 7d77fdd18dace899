import { defineRefusal, refusal } from '../../kernel/index.js';

/** Refusals of the HTTP layer itself, before any module sees the request. */

/** A fault of ours, not a refusal; in the catalogue because a caller may receive it. */
export const INTERNAL = defineRefusal({
  code: 'INTERNAL',
  status: 500,
  en: 'Something went wrong on our side. Quote the request id {requestId} when you ask about it.',
  zh: '系统内部错误。咨询时请提供请求编号 {requestId}。',
  title: { en: 'Internal error', zh: '系统内部错误' },
  meaning: {
    en: 'A fault of ours, logged under the request id. The operation took effect completely or not at all.',
    zh: '系统自身故障，已按请求编号记录。操作要么完整生效，要么完全未生效。',
  },
  remedy: {
    en: 'Send the same request again with the same Idempotency-Key; if it fails again, give the platform the request id.',
    zh: '请用相同的 Idempotency-Key 重发同一请求；如持续出现，请将请求编号告知平台。',
  },
  retry: 'later',
  sample: { requestId: '0b7f6f1e-5d0c-4f55-9d0b-0f1f6b1c2d3e' },
});

export class MethodNotAllowed extends refusal({
  code: 'METHOD_NOT_ALLOWED',
  status: 405,
  en: 'This address does not support the HTTP method of the request.',
  zh: '该地址不支持请求所用的 HTTP 方法。',
  title: { zh: '方法不允许' },
  meaning: {
    en: 'The address exists but does not support this method; a GraphQL mutation, for example, cannot be sent with GET.',
    zh: '地址存在，但不支持该方法；例如 GraphQL 的 mutation 不得使用 GET。',
  },
  remedy: { en: 'Use the method the API reference names.', zh: '请使用接口文档指明的方法。' },
}) {}

export class UriTooLong extends refusal({
  code: 'URI_TOO_LONG',
  status: 414,
  en: 'The address of the request is too long.',
  zh: '请求地址过长。',
  title: { en: 'URI too long', zh: '地址过长' },
  meaning: {
    en: 'A part of the address is longer than an id can be, so nothing was looked up.',
    zh: '地址中有一段超过任何编号的长度，系统未作查询。',
  },
  remedy: { en: 'Check the id in the address.', zh: '请检查地址中的编号。' },
}) {}

export class NotAcceptable extends refusal({
  code: 'NOT_ACCEPTABLE',
  status: 406,
  en: 'This operation produces none of the media types in the Accept header.',
  zh: '无法以 Accept 头中的任何媒体类型作答。',
  title: { zh: '无法接受的媒体类型' },
  meaning: {
    en: 'Each operation answers in one or a few media types, and the Accept header excludes them all.',
    zh: '每个回答只有一种或少数几种媒体类型，而 Accept 头将其全部排除。',
  },
  remedy: {
    en: 'Add the media type that the API reference names, or */*.',
    zh: '请加入接口文档指明的媒体类型，或 */*。',
  },
}) {}

export class BadRequest extends refusal({
  code: 'BAD_REQUEST',
  status: 400,
  en: 'The request cannot be read: {reason}.',
  zh: '无法解析请求：{reason}。',
  title: { zh: '请求无法解析' },
  meaning: {
    en: 'The request could not be read at all, for example because its JSON is broken. Nothing was processed.',
    zh: '请求本身无法解析（例如 JSON 有语法错误），系统未作任何处理。',
  },
  remedy: {
    en: 'Send well-formed JSON with its Content-Type; the reason says where reading stopped.',
    zh: '请发送格式正确的 JSON 并声明 Content-Type；原因中说明了解析中断的位置。',
  },
  sample: { reason: "Body is not valid JSON but content-type is set to 'application/json'" },
}) {}

export class PayloadTooLarge extends refusal({
  code: 'PAYLOAD_TOO_LARGE',
  status: 413,
  en: 'The request body is larger than this endpoint accepts.',
  zh: '请求体超过该接口允许的大小。',
  title: { zh: '请求体过大' },
  meaning: {
    en: 'The body exceeds the limit of this endpoint: 100 kB, 4 MB for JSON batches, 10 MB for files, 16 MB for NDJSON.',
    zh: '请求体超过该接口上限：一般 100 kB，JSON 批次 4 MB，文件 10 MB，NDJSON 16 MB。',
  },
  remedy: {
    en: 'Send less at once: split the batch, or use a file import.',
    zh: '请减少单次数据量：拆分批次或改用文件导入。',
  },
}) {}

export class HeadersTooLarge extends refusal({
  code: 'HEADERS_TOO_LARGE',
  status: 431,
  en: 'The header of the request is too large.',
  zh: '请求头过大。',
  title: { zh: '请求头过大' },
  meaning: { en: 'All header fields together exceed 16 kB.', zh: '全部请求头字段合计超过 16 kB。' },
  remedy: { en: 'Send fewer or shorter header fields.', zh: '请减少或缩短请求头字段。' },
}) {}

export class RequestTooSlow extends refusal({
  code: 'REQUEST_TOO_SLOW',
  status: 408,
  en: 'The request did not arrive completely in time.',
  zh: '请求未在规定时间内完整到达。',
  title: { zh: '请求超时' },
  meaning: {
    en: 'A request must arrive whole within 30 seconds. Nothing was processed, and the connection is closed.',
    zh: '请求须在 30 秒内完整到达；系统未作任何处理，连接已关闭。',
  },
  remedy: { en: 'Send it again over a steady connection.', zh: '请在稳定的网络下重新发送。' },
  retry: 'later',
}) {}

export class TooManyUploads extends refusal({
  code: 'TOO_MANY_UPLOADS',
  status: 429,
  en: 'Your network address is sending {limit} large requests already. Send this one when one of them is answered.',
  zh: '您的网络地址已有 {limit} 个大型请求正在发送，请在其中之一得到答复后再发送。',
  title: { zh: '同时上传过多' },
  meaning: {
    en: 'Bodies over 100 kB, or of unknown length, are taken from one network address a few at a time. This one was not read.',
    zh: '超过 100 kB 或长度未知的请求体，每个网络地址同时只接收少量；本请求未被读取。',
  },
  remedy: {
    en: 'Send uploads one after the other, and give each a Content-Length.',
    zh: '请逐个上传，并为每个请求提供 Content-Length。',
  },
  quota: {
    resets: { en: 'When one of the large requests is answered.', zh: '任一大型请求得到答复后恢复。' },
    basedOn: { en: 'Large requests of your network address under way.', zh: '您的网络地址正在发送的大型请求数。' },
    howToGetMore: { en: 'The operator of the platform sets the limit.', zh: '限额由平台运营方设定。' },
  },
  sample: { limit: 16, used: 16 },
}) {}

export class UnsupportedMediaType extends refusal({
  code: 'UNSUPPORTED_MEDIA_TYPE',
  status: 415,
  en: 'This endpoint does not accept the Content-Type of the request; it accepts {allowed}.',
  zh: '该接口不支持请求的 Content-Type；支持的类型：{allowed}。',
  title: { zh: '媒体类型不支持' },
  meaning: {
    en: 'The Content-Type names a format that this endpoint does not accept.',
    zh: 'Content-Type 所示格式不被该接口支持。',
  },
  remedy: {
    en: 'Send application/json, or the format that the API reference names for the operation.',
    zh: '请发送 application/json 或接口文档指明的格式。',
  },
  sample: { allowed: 'application/json' },
}) {}

export class FileTooLarge extends refusal({
  code: 'FILE_TOO_LARGE',
  status: 413,
  en: 'The file in {path} is larger than {limitBytes}.',
  zh: '{path} 中的文件超过 {limitBytes}。',
  title: { zh: '文件过大' },
  meaning: { en: 'The file exceeds the size limit. It was not stored.', zh: '文件超过大小上限，未予保存。' },
  remedy: { en: 'Send a smaller file, or split it.', zh: '请缩小文件或拆分后上传。' },
  sample: { path: 'file', limitBytes: 10_485_760 },
}) {}

export class FileTypeNotAllowed extends refusal({
  code: 'FILE_TYPE_NOT_ALLOWED',
  status: 415,
  en: 'The file in {path} is {found}; allowed are {allowed}. The content decides, not the name.',
  zh: '{path} 中的文件类型为 {found}；允许的类型：{allowed}。以文件内容为准，而非文件名。',
  title: { zh: '文件类型不允许' },
  meaning: {
    en: 'The content of the file decides its type, and this type is not accepted here. It was not stored.',
    zh: '文件类型以内容为准，该类型在此处不被接受，未予保存。',
  },
  remedy: { en: 'Send the document in one of the types named.', zh: '请上传所列类型的文件。' },
  sample: { path: 'file', found: 'application/zip', allowed: 'application/pdf, image/jpeg, image/png' },
}) {}
