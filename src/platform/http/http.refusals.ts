import { defineRefusal, Refusal } from '../../kernel/index.js';

/** What the edge itself refuses, before any module has heard of the request. */

export class BadRequest extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'BAD_REQUEST',
    status: 400,
    en: 'The request cannot be read: {reason}.',
    zh: '无法解析请求：{reason}。',
  });
}

export class PayloadTooLarge extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'PAYLOAD_TOO_LARGE',
    status: 413,
    en: 'The request body is larger than this endpoint accepts.',
    zh: '请求体超过该接口允许的大小。',
  });
}

export class UnsupportedMediaType extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'UNSUPPORTED_MEDIA_TYPE',
    status: 415,
    en: 'This endpoint does not read the Content-Type of the request.',
    zh: '该接口不支持请求的 Content-Type。',
  });
}

export class FileTooLarge extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_TOO_LARGE',
    status: 413,
    en: 'The file in {path} is larger than {limitBytes} bytes.',
    zh: '{path} 中的文件超过 {limitBytes} 字节。',
  });
}

export class FileTypeNotAllowed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_TYPE_NOT_ALLOWED',
    status: 415,
    en: 'The file in {path} is {found}; allowed are {allowed}. The content decides, not the name.',
    zh: '{path} 中的文件类型为 {found}；允许的类型：{allowed}。以文件内容为准，而非文件名。',
  });
}
