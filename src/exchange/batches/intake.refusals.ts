import { defineReasons, defineRefusal, Refusal } from '../../kernel/index.js';

/**
 * What a batch can be refused for by what its columns mean or where it stands. What makes a file unreadable is in `tables`,
 * what a single row can be refused for in `reasons.ts`.
 */

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

export class BatchIsNoDryRun extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'BATCH_IS_NO_DRY_RUN',
    status: 409,
    en: 'The batch was carried out when it was posted; only a dry run can be carried out afterwards.',
    zh: '该批次提交时即已执行；只有试运行批次可以再正式执行。',
    title: { zh: '不是试运行批次' },
    meaning: {
      en: 'Only a batch that was posted as a dry run waits to be carried out.',
      zh: '只有以试运行方式提交的批次才等待正式执行。',
    },
    remedy: { en: 'Read what became of its rows instead.', zh: '请直接查看该批次各行的处理结果。' },
  });
}

defineReasons({
  NESTED_TOO_DEEPLY: ['nested too deeply', '嵌套过深'],
  NOT_A_LIST_OF_CASES: ['must be a list of cases', '应为案件列表'],
  ROWS_EXPECTED: ['send an object with a list of rows', '请提交含 rows 列表的对象'],
  NOT_JSON: ['not JSON', '不是有效的 JSON'],
});
