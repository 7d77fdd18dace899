import { Refusal, type RefusalClass, refusal } from '../../kernel/refusal.js';

/** The refusals of a whole file, whatever its rows mean. */

export class FileNotText extends refusal({
  code: 'FILE_NOT_TEXT',
  status: 415,
  en: 'The file is neither a workbook nor text with rows: it seems to be {kind}.',
  zh: '该文件既不是 XLSX 工作簿也不是含数据行的文本，疑似{kind}。',
  remedy: {
    en: 'Send XLSX, CSV (UTF-8 or GB18030) or NDJSON (one JSON object per line, without an enclosing list).',
    zh: '请上传 XLSX、CSV（UTF-8 或 GB18030）或 NDJSON（每行一个 JSON 对象，外层不加列表）。',
  },
  title: { zh: '不是文本文件' },
  meaning: { en: 'The content is not a table, whatever its name.', zh: '无论文件名如何，其内容不是 CSV 文本。' },
  sample: { kind: 'PDF' },
}) {}

export class FileEncodingUnsupported extends refusal({
  code: 'FILE_ENCODING_UNSUPPORTED',
  status: 415,
  en: 'The file is encoded as {encoding}; only UTF-8 and GB18030 (GBK) are read.',
  zh: '文件编码为 {encoding}；仅支持 UTF-8 与 GB18030（GBK）。',
  title: { zh: '文件编码不支持' },
  meaning: { en: 'The encoding of the text is not supported.', zh: '该文件的文本编码不在支持范围内。' },
  remedy: { en: 'Save it as UTF-8 or GB18030 and send it again.', zh: '请另存为 UTF-8 或 GB18030 后重新上传。' },
  sample: { encoding: 'UTF-16' },
}) {}

export class FileEncodingDamaged extends refusal({
  code: 'FILE_ENCODING_DAMAGED',
  status: 422,
  en: 'The file is neither valid UTF-8 nor valid GB18030: the first damaged character is at byte {offset}.',
  zh: '文件既不是完好的 UTF-8 也不是完好的 GB18030：首个损坏字符位于第 {offset} 字节。',
  title: { zh: '文件编码损坏' },
  meaning: {
    en: 'Some bytes are valid in neither encoding, usually because the file was converted or truncated.',
    zh: '文件中有字节在两种编码下均无效，通常是转换或传输截断所致。',
  },
  remedy: {
    en: 'Export it again and send it unchanged, preferably as UTF-8.',
    zh: '请重新导出并原样上传，建议使用 UTF-8。',
  },
  sample: { offset: 3 },
}) {}

export class FileEncrypted extends refusal({
  code: 'FILE_ENCRYPTED',
  status: 415,
  en: 'The file is protected with a password and cannot be read.',
  zh: '文件设有密码，无法读取。',
  remedy: { en: 'Save a copy without a password and send the copy.', zh: '请另存为不设密码的副本后上传。' },
  title: { zh: '文件已加密' },
  meaning: { en: 'Workbooks with a password are not read.', zh: '受密码保护的工作簿无法读取，平台也不接收密码。' },
}) {}

export class FileLegacyWorkbook extends refusal({
  code: 'FILE_LEGACY_WORKBOOK',
  status: 415,
  en: 'The file is {kind}, not an XLSX workbook.',
  zh: '文件为{kind}，不是 XLSX 工作簿。',
  remedy: { en: 'Save it as XLSX and send the copy.', zh: '请另存为 XLSX 后上传。' },
  title: { zh: '旧版工作簿' },
  meaning: { en: 'Only XLSX workbooks are read.', zh: '仅支持 XLSX 格式的工作簿，不支持旧版或其他格式。' },
  sample: { kind: 'XLS' },
}) {}

export class FileNotWorkbook extends refusal({
  code: 'FILE_NOT_A_WORKBOOK',
  status: 415,
  en: 'The file is an archive without a sheet to read.',
  zh: '该文件是压缩包，其中没有可读取的工作表。',
  remedy: { en: 'Send one XLSX workbook, not an archive of files.', zh: '请直接上传一个 XLSX 工作簿，而非压缩包。' },
  title: { zh: '不是工作簿' },
  meaning: { en: 'The archive has no sheet, so it is no workbook.', zh: '该压缩包中没有工作表，不是 XLSX 工作簿。' },
}) {}

export class FileDamaged extends refusal({
  code: 'FILE_DAMAGED',
  status: 422,
  en: 'The file is damaged or truncated: {part} cannot be read.',
  zh: '文件已损坏或不完整：无法读取{part}。',
  remedy: { en: 'Open it, save it again and send the copy.', zh: '请重新打开并另存后再上传。' },
  title: { zh: '文件损坏' },
  meaning: {
    en: 'A part of the workbook cannot be unpacked or is not valid XML, or a gzipped file ends too early.',
    zh: '工作簿的某个部分无法解压或不是有效的 XML，或压缩文件不完整。',
  },
  sample: { part: 'xl/worksheets/sheet1.xml' },
}) {}

export class FileUnpacksTooLarge extends refusal({
  code: 'FILE_UNPACKS_TOO_LARGE',
  status: 413,
  en: 'Unpacked the file would have {unpackedBytes}; at most {limitBytes} and {limitRatio} times its size are read.',
  zh: '文件解压后为 {unpackedBytes}；最多读取 {limitBytes}且不超过文件大小的 {limitRatio} 倍。',
  title: { zh: '解压后过大' },
  meaning: {
    en: 'The unpacked size of an archive is limited.',
    zh: '小压缩包可能展开为极大内容，故对解压后的大小设有上限。',
  },
  remedy: { en: 'Split the rows into several files.', zh: '请将数据拆分为多个文件。' },
  sample: { unpackedBytes: 734_003_200, limitBytes: 104_857_600, limitRatio: 100 },
}) {}

export class FileNamesUnsafe extends refusal({
  code: 'FILE_NAMES_UNSAFE',
  status: 422,
  en: 'The archive has a part whose path leads out of it; such files are not read.',
  zh: '压缩包内含有指向包外的路径，此类文件不予读取。',
  title: { zh: '文件内路径不安全' },
  meaning: {
    en: 'A part of the archive has a path outside of it, which no spreadsheet program writes.',
    zh: '压缩包内有指向包外的路径，正常表格软件不会生成。',
  },
  remedy: { en: 'Save the workbook again with a common spreadsheet program.', zh: '请用常用表格软件重新保存。' },
}) {}

export class FileMarkupForbidden extends refusal({
  code: 'FILE_MARKUP_FORBIDDEN',
  status: 422,
  en: 'The workbook declares a document type or entities in {part}; such files are not read.',
  zh: '工作簿的 {part} 声明了文档类型或实体，此类文件不予读取。',
  title: { zh: '文件标记不允许' },
  meaning: {
    en: 'Document types and entities can make a reader fetch or expand more than the file contains, so they are refused.',
    zh: '文档类型与实体声明可能使读取方获取或展开额外内容，故予拒绝。',
  },
  remedy: { en: 'Save the workbook again with a common spreadsheet program.', zh: '请用常用表格软件重新保存。' },
  sample: { part: 'xl/worksheets/sheet1.xml' },
}) {}

export class FileTooComplex extends refusal({
  code: 'FILE_TOO_COMPLEX',
  status: 413,
  en: 'Reading the file takes more memory or time than is allowed.',
  zh: '读取该文件所需的内存或时间超出正常范围。',
  remedy: { en: 'Split it, or save only the sheet with the rows.', zh: '请拆分文件，或仅保留数据所在的工作表。' },
  title: { zh: '文件过于复杂' },
  meaning: {
    en: 'Reading is limited in memory and time, so that one file cannot delay the others.',
    zh: '读取有内存与时间上限，以免单个文件影响其他任务。',
  },
}) {}

export class FileEmpty extends refusal({
  code: 'FILE_EMPTY',
  status: 422,
  en: 'The file has no rows.',
  zh: '文件中没有数据行。',
  title: { zh: '文件无数据' },
  meaning: { en: 'The file is empty or has only a header.', zh: '文件只有表头或为空，没有可读取的数据行。' },
  remedy: { en: 'Send a file with at least one row of data.', zh: '请上传至少含一行数据的文件。' },
}) {}

export class FileSeveralSheets extends refusal({
  code: 'FILE_SEVERAL_SHEETS',
  status: 422,
  en: 'Several sheets hold rows: {sheets}. One file is read at one sheet.',
  zh: '多个工作表含有数据行：{sheets}；一个文件只读取一个工作表。',
  title: { zh: '多个工作表含数据' },
  meaning: {
    en: 'More than one visible sheet has the headers of the template and rows below, so reading one would drop the others.',
    zh: '有多个可见工作表同时含有模板表头和数据行，只读其一会遗漏其余。',
  },
  remedy: {
    en: 'Bring the rows together in one sheet, or send one file for each.',
    zh: '请将数据合并到一个工作表，或每个工作表单独上传一个文件。',
  },
  sample: { sheets: '2025-01, 2025-02' },
}) {}

export class TooManyColumns extends refusal({
  code: 'TOO_MANY_COLUMNS',
  status: 422,
  en: 'The file has {columns} columns; at most {limit} are read.',
  zh: '文件有 {columns} 列，最多支持 {limit} 列。',
  title: { zh: '列数过多' },
  meaning: { en: 'The number of columns is limited.', zh: '文件列数超过上限，多余的列本就不会被读取。' },
  remedy: { en: 'Remove the columns that are not in the template.', zh: '请删除模板之外的列。' },
  sample: { columns: 240, limit: 100 },
}) {}

export class TooManyRows extends refusal({
  code: 'TOO_MANY_ROWS',
  status: 413,
  en: 'The batch has more than {limit} rows; split it.',
  zh: '批次超过 {limit} 行，请拆分后上传。',
  title: { zh: '行数过多' },
  meaning: { en: 'The number of rows is limited; none was accepted.', zh: '单个批次的行数有限，本次未受理任何一行。' },
  remedy: { en: 'Split the batch, or import the rows as a file.', zh: '请拆分批次，或以文件方式导入。' },
  sample: { limit: 1_000 },
}) {}

/** All refusals of a file. */
export const FILE_REFUSALS: readonly RefusalClass[] = [
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
  FileSeveralSheets,
  TooManyColumns,
  TooManyRows,
];

/** The refusal of a code, recreated outside of the thread. */
export function refusalFrom(code: string, details: Refusal['details']): Refusal | undefined {
  const found = FILE_REFUSALS.find(({ spec }) => spec.code === code);
  return found && new found({ details });
}
