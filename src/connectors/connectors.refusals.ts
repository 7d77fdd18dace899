import { defineRefusal, Refusal } from '../kernel/index.js';

export class TooManyErpConnections extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_ERP_CONNECTIONS',
    status: 409,
    en: 'An organisation may have at most {limit} ERP connections.',
    zh: '每个机构最多可建立 {limit} 个 ERP 连接。',
  });
}

export class ErpAddressNotAllowed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'ERP_ADDRESS_NOT_ALLOWED',
    status: 422,
    en: 'The address must be https and lead to a public address.',
    zh: '地址必须为 https 且指向公网。',
  });
}

export class ErpConnectionOfOtherKind extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'ERP_CONNECTION_OF_OTHER_KIND',
    status: 409,
    en: 'A connection of kind {kind} cannot do this: UBL documents are sent to a ubl connection, other ERPs are asked.',
    zh: '{kind} 类型的连接不支持此操作：UBL 单据发送至 ubl 连接，其他 ERP 由平台主动拉取。',
  });
}
