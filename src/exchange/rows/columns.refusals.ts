import { defineReasons, refusal } from '../../kernel/index.js';

export class ColumnsMissing extends refusal({
  code: 'COLUMNS_MISSING',
  status: 422,
  en: 'Required columns are missing{where}: {columns}.',
  zh: '缺少必需的列{where}：{columns}。',
  title: { zh: '缺少必需列' },
  meaning: { en: 'The header row lacks columns that every row needs.', zh: '文件表头缺少读取数据所必需的列。' },
  remedy: { en: 'Add the named columns, or start from the template.', zh: '请补充所列的列，或使用导入模板。' },
  sample: { columns: 'dueOn', where: ' (2025-01)' },
}) {}

export class ColumnsRepeated extends refusal({
  code: 'COLUMNS_REPEATED',
  status: 422,
  en: 'Several columns have the same meaning: {columns}.',
  zh: '存在含义重复的列：{columns}。',
  title: { zh: '列重复' },
  meaning: {
    en: 'Two columns of the file stand for the same field, so it is not clear which one applies.',
    zh: '文件中有多列表示同一字段，无法判断以哪一列为准。',
  },
  remedy: { en: 'Remove or rename all but one of the named columns.', zh: '请仅保留所列各列中的一列。' },
  sample: { columns: 'dueOn' },
}) {}

export class ColumnsUnclear extends refusal({
  code: 'COLUMNS_UNCLEAR',
  status: 422,
  en: 'It is not clear which amounts these columns hold: {columns}.',
  zh: '无法判断以下列中的金额含义：{columns}。',
  title: { zh: '金额列含义不明' },
  meaning: {
    en: 'One head stands over several columns of amounts, and not each of them has a header that is known: reading one of them could make a debt of the wrong size.',
    zh: '一个表头跨越多列金额，且并非每列都有可识别的表头；只读其一可能导致金额错误。',
  },
  remedy: {
    en: 'Give every column a header of its own, as in the template, or remove the columns that are not needed.',
    zh: '请按模板为每列填写表头，或删除不需要的列。',
  },
  sample: { columns: 'column D' },
}) {}

export class UnitUnsupported extends refusal({
  code: 'UNIT_UNSUPPORTED',
  status: 422,
  en: 'The amounts of the file are in {unit}; only yuan is read.',
  zh: '文件金额单位为{unit}，仅支持以元为单位。',
  title: { zh: '金额单位不支持' },
  meaning: {
    en: 'A line above the header says that the amounts are in another unit or currency, so each would be a debt of the wrong size.',
    zh: '表头上方注明金额采用其他单位或币种，直接读取会导致金额错误。',
  },
  remedy: { en: 'Convert the amounts to yuan and send the file again.', zh: '请将金额换算为元后重新上传。' },
  sample: { unit: '万元' },
}) {}

export const invalidDefaults = defineReasons({ NOT_JSON: ['not JSON', '不是有效的 JSON'] });
