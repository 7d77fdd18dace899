import { defineRefusal, Refusal, type RefusalClass } from '../kernel/refusal.js';

/** What a whole file can be refused for, whatever its rows would mean. */

export class FileNotText extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_NOT_TEXT',
    status: 415,
    en: 'The file is neither a workbook nor text with rows: it looks like {kind}.',
    zh: '该文件既不是 XLSX 工作簿也不是含数据行的文本，疑似{kind}。',
    remedy: {
      en: 'Send XLSX, CSV (UTF-8 or GB18030) or NDJSON.',
      zh: '请上传 XLSX、CSV（UTF-8 或 GB18030）或 NDJSON 文件。',
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

export class FileEncrypted extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_ENCRYPTED',
    status: 415,
    en: 'The file is protected with a password and cannot be read.',
    zh: '文件设有密码，无法读取。',
    remedy: { en: 'Save a copy without a password and send that.', zh: '请另存为不设密码的副本后上传。' },
  });
}

export class FileLegacyWorkbook extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_LEGACY_WORKBOOK',
    status: 415,
    en: 'The file is {kind}, not an XLSX workbook.',
    zh: '文件为{kind}，不是 XLSX 工作簿。',
    remedy: { en: 'Save it as XLSX and send that.', zh: '请另存为 XLSX 后上传。' },
  });
}

export class FileNotWorkbook extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_NOT_A_WORKBOOK',
    status: 415,
    en: 'The file is an archive without a sheet to read.',
    zh: '该文件是压缩包，其中没有可读取的工作表。',
    remedy: { en: 'Send one XLSX workbook, not an archive of files.', zh: '请直接上传一个 XLSX 工作簿，而非压缩包。' },
  });
}

export class FileDamaged extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_DAMAGED',
    status: 422,
    en: 'The workbook is damaged or cut off: {part} cannot be read.',
    zh: '工作簿已损坏或不完整：无法读取{part}。',
    remedy: { en: 'Open it, save it again and send that.', zh: '请重新打开并另存后再上传。' },
  });
}

export class FileUnpacksTooLarge extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_UNPACKS_TOO_LARGE',
    status: 413,
    en: 'Unpacked the workbook would have {unpackedBytes} bytes; at most {limitBytes} bytes and {limitRatio} times its size are read.',
    zh: '工作簿解压后为 {unpackedBytes} 字节；最多读取 {limitBytes} 字节且不超过文件大小的 {limitRatio} 倍。',
  });
}

export class FileNamesUnsafe extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_NAMES_UNSAFE',
    status: 422,
    en: 'The archive has a part whose name leads out of it; such files are not read.',
    zh: '压缩包内含有指向包外的路径，此类文件不予读取。',
  });
}

export class FileMarkupForbidden extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_MARKUP_FORBIDDEN',
    status: 422,
    en: 'The workbook declares a document type or entities in {part}; such files are not read.',
    zh: '工作簿的 {part} 声明了文档类型或实体，此类文件不予读取。',
  });
}

export class FileTooComplex extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'FILE_TOO_COMPLEX',
    status: 413,
    en: 'The file takes more memory or time to read than a file of its kind should.',
    zh: '读取该文件所需的内存或时间超出正常范围。',
    remedy: { en: 'Split it, or save only the sheet with the rows.', zh: '请拆分文件，或仅保留数据所在的工作表。' },
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

const ALL: readonly RefusalClass[] = [
  FileNotText,
  FileEncodingUnsupported,
  FileEncodingDamaged,
  FileEncrypted,
  FileLegacyWorkbook,
  FileNotWorkbook,
  FileDamaged,
  FileUnpacksTooLarge,
  FileNamesUnsafe,
  FileMarkupForbidden,
  FileTooComplex,
  FileEmpty,
  TooManyColumns,
  TooManyRows,
];

/** The refusal of that code, made anew on this side of a thread. */
export function refusalFrom(code: string, details: Refusal['details']): Refusal | undefined {
  const found = ALL.find(({ spec }) => spec.code === code);
  return found && new found({ details });
}
