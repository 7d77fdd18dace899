import { defineRefusal, Refusal } from '../kernel/index.js';
import { refuseOnConstraint } from '../platform/database/index.js';

export class WebhookUrlRefused extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'WEBHOOK_URL_REFUSED',
    status: 422,
    en: 'This address cannot be a webhook endpoint: {reason}.',
    zh: '该地址不能作为 Webhook 接收端：{reason}。',
    remedy: {
      en: 'Give an https URL of a public host, on port 443 or from 1024, without user name, password or fragment.',
      zh: '请提供公网主机的 https 地址，端口为 443 或 1024 以上，且不含用户名、密码或片段。',
    },
  });
}

export class TooManyWebhookEndpoints extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_WEBHOOK_ENDPOINTS',
    status: 409,
    en: 'An organisation has at most {limit} webhook endpoints.',
    zh: '每个机构最多可有 {limit} 个 Webhook 接收端。',
    remedy: { en: 'Delete one that is not used.', zh: '请删除不再使用的接收端。' },
  });
}

export class WebhookSecretNotValid extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'WEBHOOK_SECRET_NOT_VALID',
    status: 422,
    en: 'A signing secret is whsec_ followed by 24 to 64 random bytes in base64.',
    zh: '签名密钥须为 whsec_ 加 24 至 64 个随机字节的 Base64 编码。',
    remedy: { en: 'Leave it out to be given one.', zh: '不填写则由系统生成。' },
  });
}

export class WebhookEventTypeUnknown extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'WEBHOOK_EVENT_TYPE_UNKNOWN',
    status: 422,
    en: 'There is no event type {type}.',
    zh: '不存在事件类型 {type}。',
    remedy: { en: 'GET /v1/event-types lists them all.', zh: '所有事件类型见 GET /v1/event-types。' },
  });
}

export class WebhookReplayRunning extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'WEBHOOK_REPLAY_RUNNING',
    status: 409,
    en: 'A replay to this endpoint is under way already.',
    zh: '该接收端的重放正在进行中。',
    remedy: { en: 'Wait until it is done.', zh: '请等待其完成。' },
  });
}

refuseOnConstraint('webhook_replays_one_running_per_endpoint', () => new WebhookReplayRunning());
