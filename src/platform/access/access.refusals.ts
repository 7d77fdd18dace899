import { refusal } from '../../kernel/refusal.js';

export class AddressNotAllowed extends refusal({
  code: 'ADDRESS_NOT_ALLOWED',
  status: 403,
  en: 'This key or client may not be used from your network address. Its owner keeps the list of addresses.',
  zh: '该密钥或客户端不允许从您的网络地址使用，允许的地址清单由其所有者维护。',
  title: { zh: '网络地址不被允许' },
  meaning: {
    en: 'The key or client has a list of network addresses, and the request came from elsewhere.',
    zh: '该密钥或客户端限定了网络地址，而请求来自清单以外的地址。',
  },
  remedy: {
    en: 'Send the request from an address on the list, or have an owner change the list.',
    zh: '请从清单内的地址发起请求，或由所有者修改清单。',
  },
}) {}
