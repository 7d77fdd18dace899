import { defineRefusal, Refusal } from '../kernel/index.js';

/** What a whole upload can be refused for; what a single row can be refused for is in `reasons.ts`. */

export class FileNotText extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_NOT_TEXT',
    status: 415,
    en: 'The file is not a CSV text file: it looks like {kind}.',
    zh: '该文件不是 CSV 文本文件，疑似{kind}。',
    remedy: {
      en: 'Save the sheet as CSV (UTF-8 or GB18030) and send that.',
      zh: '请将表格另存为 CSV（UTF-8 或 GB18030）后上传。',
    },
  });
}

export class FileEncodingUnsupported extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_ENCODING_UNSUPPORTED',
    status: 415,
    en: 'The file is encoded as {encoding}; only UTF-8 and GB18030 (GBK) are read.',
    zh: '文件编码为 {encoding}；仅支持 UTF-8 与 GB18030（GBK）。',
  });
}

export class FileEncodingDamaged extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_ENCODING_DAMAGED',
    status: 422,
    en: 'The file is neither sound UTF-8 nor sound GB18030: the first damaged character is at byte {offset}.',
    zh: '文件既不是完好的 UTF-8 也不是完好的 GB18030：首个损坏字符位于第 {offset} 字节。',
  });
}

export class FileEmpty extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_EMPTY',
    status: 422,
    en: 'The file has no rows.',
    zh: '文件中没有数据行。',
  });
}

export class ColumnsMissing extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'COLUMNS_MISSING',
    status: 422,
    en: 'Required columns are missing: {columns}.',
    zh: '缺少必需的列：{columns}。',
  });
}

export class ColumnsRepeated extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'COLUMNS_REPEATED',
    status: 422,
    en: 'Several columns say the same thing: {columns}.',
    zh: '存在含义重复的列：{columns}。',
  });
}

export class TooManyColumns extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_COLUMNS',
    status: 422,
    en: 'The file has {columns} columns; at most {limit} are read.',
    zh: '文件有 {columns} 列，最多支持 {limit} 列。',
  });
}

export class TooManyRows extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_ROWS',
    status: 413,
    en: 'The batch has more than {limit} rows; split it.',
    zh: '批次超过 {limit} 行，请拆分后上传。',
  });
}
