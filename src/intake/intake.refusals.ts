import { defineReasons, defineRefusal, Refusal } from '../kernel/index.js';

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
    title: { zh: '不是文本文件' },
    meaning: {
      en: 'The content is not CSV text, whatever the name of the file says.',
      zh: '无论文件名如何，其内容不是 CSV 文本。',
    },
  });
}

export class FileEncodingUnsupported extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_ENCODING_UNSUPPORTED',
    status: 415,
    en: 'The file is encoded as {encoding}; only UTF-8 and GB18030 (GBK) are read.',
    zh: '文件编码为 {encoding}；仅支持 UTF-8 与 GB18030（GBK）。',
    title: { zh: '文件编码不支持' },
    meaning: { en: 'The file is text in an encoding that is not read here.', zh: '该文件的文本编码不在支持范围内。' },
    remedy: { en: 'Save it as UTF-8 or GB18030 and send it again.', zh: '请另存为 UTF-8 或 GB18030 后重新上传。' },
  });
}

export class FileEncodingDamaged extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_ENCODING_DAMAGED',
    status: 422,
    en: 'The file is neither sound UTF-8 nor sound GB18030: the first damaged character is at byte {offset}.',
    zh: '文件既不是完好的 UTF-8 也不是完好的 GB18030：首个损坏字符位于第 {offset} 字节。',
    title: { zh: '文件编码损坏' },
    meaning: {
      en: 'Some bytes are valid in neither encoding, usually because the file was converted or cut off on its way.',
      zh: '文件中有字节在两种编码下均无效，通常是转换或传输截断所致。',
    },
    remedy: {
      en: 'Export the file again and send it unchanged, best as UTF-8.',
      zh: '请重新导出并原样上传，建议使用 UTF-8。',
    },
  });
}

export class FileEmpty extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_EMPTY',
    status: 422,
    en: 'The file has no rows.',
    zh: '文件中没有数据行。',
    title: { zh: '文件无数据' },
    meaning: {
      en: 'There is a header, or nothing at all, but no row to read.',
      zh: '文件只有表头或为空，没有可读取的数据行。',
    },
    remedy: { en: 'Send a file with at least one row of data.', zh: '请上传至少含一行数据的文件。' },
  });
}

export class ColumnsMissing extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'COLUMNS_MISSING',
    status: 422,
    en: 'Required columns are missing: {columns}.',
    zh: '缺少必需的列：{columns}。',
    title: { zh: '缺少必需列' },
    meaning: {
      en: 'The file’s header row does not name every column without which no row can be read.',
      zh: '文件表头缺少读取数据所必需的列。',
    },
    remedy: { en: 'Add the columns named, or start from the template.', zh: '请补充所列的列，或使用导入模板。' },
  });
}

export class ColumnsRepeated extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'COLUMNS_REPEATED',
    status: 422,
    en: 'Several columns say the same thing: {columns}.',
    zh: '存在含义重复的列：{columns}。',
    title: { zh: '列重复' },
    meaning: {
      en: 'Two columns of the file mean the same field, so it is not known which one counts.',
      zh: '文件中有多列表示同一字段，无法判断以哪一列为准。',
    },
    remedy: { en: 'Remove or rename all but one of the columns named.', zh: '请仅保留所列各列中的一列。' },
  });
}

export class TooManyColumns extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_COLUMNS',
    status: 422,
    en: 'The file has {columns} columns; at most {limit} are read.',
    zh: '文件有 {columns} 列，最多支持 {limit} 列。',
    title: { zh: '列数过多' },
    meaning: {
      en: 'A file has a largest number of columns, most of which would not be read anyway.',
      zh: '文件列数超过上限，多余的列本就不会被读取。',
    },
    remedy: { en: 'Remove the columns that are not of the template.', zh: '请删除模板之外的列。' },
  });
}

export class TooManyRows extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_ROWS',
    status: 413,
    en: 'The batch has more than {limit} rows; split it.',
    zh: '批次超过 {limit} 行，请拆分后上传。',
    title: { zh: '行数过多' },
    meaning: {
      en: 'One batch holds a limited number of rows; none of these was taken.',
      zh: '单个批次的行数有限，本次未受理任何一行。',
    },
    remedy: { en: 'Split the batch, or import the rows as a file.', zh: '请拆分批次，或以文件方式导入。' },
  });
}

defineReasons({
  NESTED_TOO_DEEPLY: ['nested too deeply', '嵌套过深'],
  NOT_A_LIST_OF_CASES: ['must be a list of cases', '应为案件列表'],
  ROWS_EXPECTED: ['send an object with a list of rows', '请提交含 rows 列表的对象'],
  NOT_JSON: ['not JSON', '不是有效的 JSON'],
});
