import { defineReasons, refusal } from '../../kernel/index.js';

export class BatchIsNoDryRun extends refusal({
  code: 'BATCH_IS_NO_DRY_RUN',
  status: 409,
  en: 'The batch is not a dry run; it took effect when it was posted.',
  zh: '该批次提交时即已执行；只有试运行批次可以再正式执行。',
  title: { zh: '不是试运行批次' },
  meaning: {
    en: 'Only a batch posted as a dry run can be committed.',
    zh: '只有以试运行方式提交的批次才等待正式执行。',
  },
  remedy: { en: 'Read the outcomes of its rows instead.', zh: '请直接查看该批次各行的处理结果。' },
}) {}

export class BatchForgotten extends refusal({
  code: 'BATCH_FORGOTTEN',
  status: 410,
  en: 'The upload of this batch was removed, as uploads are some time after their batch ended.',
  zh: '该批次的上传文件已按保存期限删除。',
  title: { zh: '批次文件已删除' },
  meaning: {
    en: 'Uploads and the outcomes of their rows are removed after `retention.batchDays`; the figures of the batch stay.',
    zh: '上传文件及各行处理结果超过保存期限（`retention.batchDays`）后删除；批次的统计数字仍保留。',
  },
  remedy: { en: 'Post the rows again, or read the cases themselves.', zh: '请重新提交数据，或直接查看案件。' },
}) {}

export const invalidBatch = defineReasons({
  NESTED_TOO_DEEPLY: ['nested too deeply', '嵌套过深'],
  NOT_A_LIST_OF_CASES: ['must be a list of cases', '应为案件列表'],
  ROWS_EXPECTED: ['send an object with a list of rows', '请提交含 rows 列表的对象'],
});
