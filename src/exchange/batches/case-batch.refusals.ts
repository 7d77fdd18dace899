import { defineReasons, refusal } from '../../kernel/index.js';

export class BatchIsNoDryRun extends refusal({
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
}) {}

export const invalidBatch = defineReasons({
  NESTED_TOO_DEEPLY: ['nested too deeply', '嵌套过深'],
  NOT_A_LIST_OF_CASES: ['must be a list of cases', '应为案件列表'],
  ROWS_EXPECTED: ['send an object with a list of rows', '请提交含 rows 列表的对象'],
});
