import { defineReasons, refusal } from '../../kernel/index.js';

export class TooManyErpConnections extends refusal({
  code: 'TOO_MANY_ERP_CONNECTIONS',
  status: 409,
  en: 'An organisation may have at most {limit} ERP connections.',
  zh: '每个机构最多可建立 {limit} 个 ERP 连接。',
  title: { zh: 'ERP 连接过多' },
  meaning: { en: 'An organisation has a limited number of ERP connections.', zh: '每个机构的 ERP 连接数量有上限。' },
  remedy: { en: 'Delete a connection that is no longer used.', zh: '请先结束不再使用的连接。' },
  quota: {
    used: 'limit',
    resets: { en: 'When a connection is deleted.', zh: '结束任一连接后恢复。' },
    basedOn: { en: 'Your ERP connections, including paused ones.', zh: '贵机构的 ERP 连接数量，含已暂停的。' },
    howToGetMore: { en: 'Delete connections that are no longer used.', zh: '请结束不再使用的连接。' },
  },
  sample: { limit: 20 },
}) {}

export class ErpAddressNotAllowed extends refusal({
  code: 'ERP_ADDRESS_NOT_ALLOWED',
  status: 422,
  en: 'The address must be https and resolve to a public address.',
  zh: '地址必须为 https 且指向公网。',
  title: { zh: 'ERP 地址不允许' },
  meaning: {
    en: 'The platform calls public addresses over https only, so that a connection cannot reach into a private network.',
    zh: '平台仅通过 https 访问公网地址，以防连接触及内部网络。',
  },
  remedy: { en: 'Use an https address on the public internet.', zh: '请提供公网可访问的 https 地址。' },
}) {}

export class ErpConnectionOfOtherKind extends refusal({
  code: 'ERP_CONNECTION_OF_OTHER_KIND',
  status: 409,
  en: 'A connection of kind {kind} cannot do this: UBL documents are sent to a ubl connection, other ERPs are read.',
  zh: '{kind} 类型的连接不支持此操作：UBL 单据发送至 ubl 连接，其他 ERP 由平台主动拉取。',
  title: { zh: '连接类型不符' },
  meaning: {
    en: 'Each kind of connection works one way: either you send documents, or the platform reads them.',
    zh: '每类连接只有一种方式：有的由您发送单据，有的由平台读取。',
  },
  remedy: { en: 'Use a connection of the matching kind.', zh: '请使用类型相符的连接。' },
  sample: { kind: 'odoo' },
}) {}

export const invalidConnection = defineReasons({
  ADDRESS_NEEDED: ['{kind} needs an address', '{kind} 连接须填写地址'],
  ADDRESS_NOT_ASKED: ['UBL documents are sent, not fetched', 'UBL 单据由您发送，无需填写地址'],
  CREDENTIAL_NOT_ASKED: ['not a credential of {kind}', '{kind} 连接不需要该项'],
});
