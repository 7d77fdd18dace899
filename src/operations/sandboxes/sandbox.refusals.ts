import { refusal } from '../../kernel/index.js';

export class TooManySandboxes extends refusal({
  code: 'TOO_MANY_SANDBOXES',
  status: 409,
  en: 'Your organisation has {limit} sandboxes already, which is the limit. Delete one first.',
  zh: '贵机构已有 {limit} 个沙盒，已达上限。请先删除一个。',
  title: { zh: '沙盒过多' },
  meaning: { en: 'The number of sandboxes of an organisation is limited.', zh: '每个机构的沙盒数量有上限。' },
  remedy: { en: 'Delete a sandbox that is no longer used.', zh: '请先删除不再使用的沙盒。' },
  quota: {
    used: 'limit',
    resets: { en: 'When a sandbox is deleted.', zh: '删除任一沙盒后恢复。' },
    basedOn: { en: 'The number of sandboxes of your organisation.', zh: '贵机构的沙盒数量。' },
    howToGetMore: {
      en: 'Delete sandboxes that are no longer used; one sandbox can hold several test organisations.',
      zh: '请删除不再使用的沙盒；一个沙盒可容纳多个测试机构。',
    },
  },
  sample: { limit: 5 },
}) {}

export class SandboxWithinSandbox extends refusal({
  code: 'SANDBOX_WITHIN_SANDBOX',
  status: 409,
  en: 'Only live organisations make sandboxes, not test organisations.',
  zh: '沙盒只能由正式机构创建，测试机构无权操作。',
  title: { zh: '沙盒内不能再建沙盒' },
  meaning: {
    en: 'Test organisations may not have sandboxes of their own.',
    zh: '测试机构位于沙盒内，不能再拥有沙盒。',
  },
  remedy: { en: 'Send the request as a live organisation.', zh: '请以正式机构身份操作。' },
}) {}
