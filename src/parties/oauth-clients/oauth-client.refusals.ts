import { defineReasons, refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class TooManyOAuthClients extends refusal({
  code: 'TOO_MANY_OAUTH_CLIENTS',
  status: 409,
  en: 'An organisation can have at most {limit} live OAuth clients. Revoke one first.',
  zh: '每个机构最多 {limit} 个有效 OAuth 客户端，请先吊销其中一个。',
  title: { zh: 'OAuth 客户端过多' },
  meaning: {
    en: 'The number of live OAuth clients of an organisation is limited, so that none is forgotten.',
    zh: '每个机构的有效 OAuth 客户端数量有限，以免遗忘管理。',
  },
  remedy: { en: 'Revoke a client that is no longer used.', zh: '请先吊销不再使用的客户端。' },
  quota: {
    used: 'limit',
    resets: { en: 'When a client is revoked.', zh: '吊销任一客户端后恢复。' },
    basedOn: { en: 'The number of live OAuth clients of your organisation.', zh: '贵机构有效 OAuth 客户端的数量。' },
    howToGetMore: { en: 'Revoke clients that are no longer used.', zh: '请吊销不再使用的客户端。' },
  },
  sample: { limit: 20 },
}) {}

export class TooManyClientKeys extends refusal({
  code: 'TOO_MANY_CLIENT_KEYS',
  status: 409,
  en: 'An OAuth client can have at most {limit} public keys. Remove one first.',
  zh: '每个 OAuth 客户端最多 {limit} 个公钥，请先移除其中一个。',
  title: { zh: '公钥过多' },
  meaning: {
    en: 'The number of public keys of a client is limited; there is room to replace them in turn.',
    zh: '每个客户端的公钥数量有限，足以轮换使用。',
  },
  remedy: { en: 'Remove a key that is no longer used.', zh: '请先移除不再使用的公钥。' },
  quota: {
    used: 'limit',
    resets: { en: 'When a key of the client is removed.', zh: '移除该客户端任一公钥后恢复。' },
    basedOn: { en: 'The number of public keys of this client.', zh: '该客户端的公钥数量。' },
    howToGetMore: { en: 'Remove keys that are no longer used.', zh: '请移除不再使用的公钥。' },
  },
  sample: { limit: 5 },
}) {}

export class ClientKeyExists extends refusal({
  code: 'CLIENT_KEY_EXISTS',
  status: 409,
  en: 'The client already has a key with this kid. Give the new key another one.',
  zh: '该客户端已有相同 kid 的公钥，请为新公钥使用其他 kid。',
  title: { zh: '密钥标识已存在' },
  meaning: {
    en: 'Each key of a client has its own kid, by which the key of a signature is found.',
    zh: '同一客户端内每个公钥须有不同的 kid，以便签名找到对应公钥。',
  },
  remedy: { en: 'Give the new key another kid, or remove the old key first.', zh: '请换用其他 kid，或先移除旧公钥。' },
}) {}

export class LastClientKey extends refusal({
  code: 'LAST_CLIENT_KEY',
  status: 409,
  en: 'This is the client’s last key. Add its successor first, or revoke the client.',
  zh: '这是该客户端的最后一个公钥，请先添加新公钥，或直接吊销该客户端。',
  title: { zh: '最后一个公钥' },
  meaning: { en: 'A client without a key could no longer authenticate.', zh: '没有公钥的客户端将无法证明身份。' },
  remedy: { en: 'Add its successor first, or revoke the client.', zh: '请先添加新的公钥，或吊销该客户端。' },
}) {}

export class OtherAuthMethod extends refusal({
  code: 'OTHER_AUTH_METHOD',
  status: 409,
  en: 'The client authenticates by {method}, so this does not apply to it.',
  zh: '该客户端使用 {method} 进行身份验证，此操作不适用。',
  title: { zh: '认证方式不符' },
  meaning: {
    en: 'A client authenticates either by a secret or by signatures, as chosen when it was created.',
    zh: '客户端使用密钥或签名证明身份，创建时已选定其一。',
  },
  remedy: {
    en: 'Use the operation for its method, or create a client with the other one.',
    zh: '请使用与其方式相符的操作，或另建客户端。',
  },
  sample: { method: 'private_key_jwt' },
}) {}

refuseOnConstraint('oauth_client_keys_one_per_kid', () => new ClientKeyExists({ path: 'jwk.kid' }));

export const invalidKey = defineReasons({
  NOT_A_WEB_KEY: ['must be a JSON Web Key', '应为 JSON Web Key（JWK）'],
  PRIVATE_KEY_SENT: [
    'contains a private key: only the public part may be sent. Stop using this key',
    '含有私钥：只能提交公钥部分，请立即停用该密钥',
  ],
  KEY_NOT_FOR_SIGNATURES: ['is not for signatures', '该密钥的用途不是签名'],
  KEY_ID_LENGTH: ['must have a kid of 1 to {most} characters', 'kid 应为 1 至 {most} 个字符'],
  KEY_ALGORITHM: ['must have an alg of {algorithms}', 'alg 应为 {algorithms}'],
  KEY_CURVE: ['must be on {curve}', '应为 {curve} 曲线上的密钥'],
  KEY_TYPE: ['must be of kty EC (P-256), OKP (Ed25519) or RSA', 'kty 应为 EC（P-256）、OKP（Ed25519）或 RSA'],
  KEY_PARTS_MISSING: ['must have n and e', '须含有 n 与 e'],
  KEY_SIZE: ['must be an RSA key of {least} to {most} bits', '应为 {least} 至 {most} 位的 RSA 密钥'],
  KEY_EXPONENT: ['must have an exponent of at most {most} bits', '公钥指数不应超过 {most} 位'],
  PUBLIC_KEYS_NEEDED: ['must have 1 to {most} public keys', '应含 1 至 {most} 个公钥'],
  KEYS_WITH_SECRET: ['must be left out with {method}', '认证方式为 {method} 时不得填写'],
});
