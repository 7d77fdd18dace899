import { defineReasons, refusal } from '../../kernel/index.js';

export class WebhookUrlRefused extends refusal({
  code: 'WEBHOOK_URL_REFUSED',
  status: 422,
  en: 'This address cannot be a webhook endpoint: {reason}.',
  zh: '该地址不能作为 Webhook 接收端：{reason}。',
  title: { en: 'Webhook URL refused', zh: 'Webhook 地址不可用' },
  meaning: {
    en: 'Events are posted over https to public hosts only, so that the platform cannot be used to reach a private network.',
    zh: '平台仅通过 https 向公网主机推送事件，以防借平台访问内部网络。',
  },
  remedy: {
    en: 'Give an https URL of a public host, on port 443 or from 1024, without user name, password or fragment.',
    zh: '请提供公网主机的 https 地址，端口为 443 或 1024 以上，且不含用户名、密码或片段。',
  },
  sample: { reason: 'PRIVATE_ADDRESS' },
}) {}

export class TooManyWebhookEndpoints extends refusal({
  code: 'TOO_MANY_WEBHOOK_ENDPOINTS',
  status: 409,
  en: 'An organisation has at most {limit} webhook endpoints.',
  zh: '每个机构最多可有 {limit} 个 Webhook 接收端。',
  title: { zh: 'Webhook 接收端过多' },
  meaning: {
    en: 'Every event is posted to every endpoint that subscribes to it, so the number of endpoints is limited.',
    zh: '每个事件会推送至所有订阅它的接收端，故每个机构的接收端数量有限。',
  },
  remedy: {
    en: 'Delete an endpoint that is not used; one endpoint can get every type of event.',
    zh: '请删除不再使用的接收端；一个接收端即可接收全部事件类型。',
  },
  quota: {
    used: 'limit',
    resets: { en: 'When one of your endpoints is deleted.', zh: '删除任一接收端后恢复。' },
    basedOn: {
      en: 'The endpoints of your organisation, disabled ones included.',
      zh: '贵机构的 Webhook 接收端数量，含已停用的。',
    },
    howToGetMore: {
      en: 'Let one endpoint get several types and pass them on.',
      zh: '让一个接收端接收多种事件，再由您的系统分发。',
    },
  },
  sample: { limit: 20 },
}) {}

export class WebhookSecretNotValid extends refusal({
  code: 'WEBHOOK_SECRET_NOT_VALID',
  status: 422,
  en: 'A signing secret is whsec_ followed by 24 to 64 random bytes in base64.',
  zh: '签名密钥须为 whsec_ 加 24 至 64 个随机字节的 Base64 编码。',
  title: { zh: '签名密钥无效' },
  meaning: {
    en: 'Receivers check signatures by the Standard Webhooks specification; with a shorter secret they could be forged.',
    zh: '接收方按 Standard Webhooks 规范验签，过短的密钥会使签名可被伪造。',
  },
  remedy: { en: 'Leave it out to get a new one.', zh: '不填写则由系统生成。' },
}) {}

export class WebhookEventTypeUnknown extends refusal({
  code: 'WEBHOOK_EVENT_TYPE_UNKNOWN',
  status: 422,
  en: 'There is no event type {type}.',
  zh: '不存在事件类型 {type}。',
  title: { zh: '事件类型不存在' },
  meaning: {
    en: 'No event type has this name, or organisations of your kind do not receive it. Nothing was saved.',
    zh: '没有该名称的事件，或该事件不面向贵机构所属的类型；未作保存。',
  },
  remedy: { en: 'GET /v1/event-types lists them all.', zh: '所有事件类型见 GET /v1/event-types。' },
  sample: { type: 'case.exploded' },
}) {}

export class MembersOwnSecret extends refusal({
  code: 'MEMBERS_OWN_SECRET',
  status: 403,
  en: 'People made this endpoint, so no API key or client changes its secret.',
  zh: '该接收端由成员创建，API 密钥和客户端不能更换其签名密钥。',
  title: { en: 'Secret of an endpoint of people', zh: '成员创建的接收端' },
  meaning: {
    en: 'Who holds the signing secret can forge events to the receiver. A key shows and changes only secrets of endpoints that a key made.',
    zh: '持有签名密钥者可向接收方伪造事件；密钥只能更换由密钥创建的接收端的签名密钥。',
  },
  remedy: {
    en: 'Let an owner or operator change the secret, or make an endpoint of your own.',
    zh: '请由所有者或操作员更换，或自行创建接收端。',
  },
}) {}

export const invalidEndpoint = defineReasons({
  SCOPE_MISSING: [
    '{type} need the scope {scope}, which reads the same data; name the types you want',
    '{type} 仅发送给有权读取者：缺少权限 {scope}；请列出所需的事件类型',
  ],
  ROLE_MISSING: [
    '{type} need one of the roles {roles}, which read the same data; name the types you want',
    '{type} 仅发送给有权读取者：须具备以下角色之一：{roles}；请列出所需的事件类型',
  ],

  // Faults of an address.
  NOT_A_URL: ['not a URL in its usual form', '不是规范的网址'],
  NOT_HTTPS: ['not an https URL', '不是 https 地址'],
  CREDENTIALS: ['a URL with a user name or password', '地址中含有用户名或密码'],
  FRAGMENT: ['a URL with a fragment', '地址中含有 # 片段'],
  ODD_ADDRESS: ['an IP address in an unusual form', 'IP 地址写法不规范'],
  NO_PUBLIC_NAME: ['not the name of a public host', '不是公网主机名'],
  PORT: ['a port other than 443 or from 1024', '端口不是 443，也不在 1024 以上'],
  PRIVATE_ADDRESS: ['a host that is not on the public internet', '该主机不在公网上'],
  UNKNOWN_HOST: ['a host name that does not exist', '无法解析该主机名'],
});
