import { invalid } from '../../kernel/index.js';

const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/**
 * The form of an email address that is stored and searched: trimmed, in lower case; `undefined` when it is not an address.
 * Only ASCII is accepted, so that lower case means the same here and in the database and no two look alike.
 */
export function canonicalEmail(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  return plain.length <= 254 && ADDRESS.test(plain) ? plain : undefined;
}

/** The canonical form of an email address; otherwise refused as the field `email`. */
export function checkedEmail(text: string): string {
  const email = canonicalEmail(text);
  if (!email) throw invalid('NOT_AN_EMAIL', { path: 'email' });
  return email;
}
