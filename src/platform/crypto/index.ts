export { BlindIndex } from './blind-index.js';
export { CryptoModule } from './crypto.module.js';
export { FieldCipher } from './field-cipher.js';
export { KeyRing, type KeyStore } from './key-ring.js';
export { SealedTexts, unsealed } from './sealed-texts.js';
export { hashOfSecret, looksOpaque, newOpaqueToken } from './secrets.js';
export { columnOfBefore, declareTextsOfBefore, sealAll, type TextsOfBefore, textsOfBefore } from './texts-of-before.js';
