import { defineRefusal, Refusal } from '../kernel/index.js';

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

export class BatchIsNoDryRun extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'BATCH_IS_NO_DRY_RUN',
    status: 409,
    en: 'The batch was carried out when it was posted; only a dry run can be carried out afterwards.',
    zh: '该批次提交时即已执行；只有试运行批次可以再正式执行。',
  });
}
