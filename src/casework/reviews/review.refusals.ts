import { refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class ReviewClaimed extends refusal({
  code: 'REVIEW_CLAIMED',
  status: 409,
  en: 'Another reviewer has claimed this case.',
  zh: '该案件已由其他审核员领取。',
  title: { zh: '审核已被领取' },
  meaning: { en: 'One reviewer at a time works on a case.', zh: '同一案件同时只由一名审核员处理。' },
  remedy: { en: 'Take another case from the queue.', zh: '请从队列中领取其他案件。' },
  retry: 'later',
}) {}

export class ReviewNotClaimed extends refusal({
  code: 'REVIEW_NOT_CLAIMED',
  status: 409,
  en: 'Claim the review of this case before you decide it.',
  zh: '请先领取该案件的审核任务再作决定。',
  title: { zh: '审核未领取' },
  meaning: { en: 'Only the reviewer who claimed a case may decide it.', zh: '只有领取案件的审核员可以作出决定。' },
  remedy: { en: 'Claim the review of the case first.', zh: '请先领取该案件的审核任务。' },
}) {}

export class EvidenceAlreadyAdded extends refusal({
  code: 'EVIDENCE_ALREADY_ADDED',
  status: 409,
  en: 'This file is already evidence of this case.',
  zh: '该文件已作为本案证据提交。',
  title: { zh: '证据已提交' },
  meaning: { en: 'A file can be added to a case only once.', zh: '同一文件只能作为同一案件的证据提交一次。' },
  remedy: {
    en: 'Nothing has to be done. To add another document, upload another file.',
    zh: '无需再操作；如有其他材料请另行上传。',
  },
}) {}

export class EvidenceFileUnknown extends refusal({
  code: 'EVIDENCE_FILE_UNKNOWN',
  status: 422,
  en: 'Your organisation has no file with this id.',
  zh: '贵机构没有该编号的文件。',
  title: { zh: '证据文件不存在' },
  meaning: {
    en: 'The file id belongs to no file that your organisation uploaded.',
    zh: '该文件编号不对应贵机构上传的任何文件。',
  },
  remedy: {
    en: 'Upload the file with POST /v1/files and use the id in the answer.',
    zh: '请先用 POST /v1/files 上传，再使用返回的编号。',
  },
}) {}

refuseOnConstraint('case_evidence_file_once', () => new EvidenceAlreadyAdded({ path: 'fileId' }));
