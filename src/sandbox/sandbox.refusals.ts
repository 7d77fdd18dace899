import { defineRefusal, Refusal } from '../kernel/index.js';

export class TooManySandboxes extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_SANDBOXES',
    status: 409,
    en: 'Your organisation has {limit} sandboxes already, which is the most. Delete one first.',
    zh: '贵机构已有 {limit} 个沙盒，已达上限。请先删除一个。',
  });
}

export class SandboxWithinSandbox extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'SANDBOX_WITHIN_SANDBOX',
    status: 409,
    en: 'Sandboxes are made by live organisations, not by test organisations.',
    zh: '沙盒只能由正式机构创建，测试机构无权操作。',
  });
}
