import { defineReasons, refusal } from '../../kernel/index.js';

export class ColumnsMissing extends refusal({
  code: 'COLUMNS_MISSING',
  status: 422,
  en: 'Required columns are missing: {columns}.',
  zh: '缺少必需的列：{columns}。',
  title: { zh: '缺少必需列' },
  meaning: { en: 'The header row lacks columns that every row needs.', zh: '文件表头缺少读取数据所必需的列。' },
  remedy: { en: 'Add the named columns, or start from the template.', zh: '请补充所列的列，或使用导入模板。' },
  sample: { columns: 'dueOn' },
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

export const invalidDefaults = defineReasons({ NOT_JSON: ['not JSON', '不是有效的 JSON'] });
