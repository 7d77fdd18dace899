import { defineReasons, refusal, WrongState } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class TooManyApiKeys extends refusal({
  code: 'TOO_MANY_API_KEYS',
  status: 409,
  en: 'An organisation can have at most {limit} live API keys. Revoke one first.',
  zh: '每个机构最多 {limit} 个有效 API 密钥，请先吊销其中一个。',
  title: { zh: 'API 密钥过多' },
  meaning: {
    en: 'The number of live keys of an organisation is limited, so that none is forgotten.',
    zh: '每个机构的有效密钥数量有限，以免遗忘管理。',
  },
  remedy: { en: 'Revoke a key that is no longer used.', zh: '请先吊销不再使用的密钥。' },
  quota: {
    used: 'limit',
    resets: { en: 'When a key is revoked or expires.', zh: '任一密钥被吊销或到期后恢复。' },
    basedOn: { en: 'The number of live API keys of your organisation.', zh: '贵机构有效 API 密钥的数量。' },
    howToGetMore: { en: 'Revoke keys that are no longer used.', zh: '请吊销不再使用的密钥。' },
  },
  sample: { limit: 20 },
}) {}

refuseOnConstraint(
  'api_keys_replaced_once',
  () => new WrongState({ path: 'apiKeyId', details: { state: 'already replaced' } }),
);

export const invalidNetwork = defineReasons({
  NOT_A_NETWORK: [
    'must be an IP address or a network such as 203.0.113.0/24 or 2001:db8::/32; leave the list empty for all',
    '应为 IP 地址或网段，例如 203.0.113.0/24 或 2001:db8::/32；不限制时请留空',
  ],
});
