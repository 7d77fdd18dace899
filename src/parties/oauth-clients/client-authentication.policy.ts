/** How an OAuth client authenticates (names of RFC 7591). */
export const AUTH_METHODS = ['private_key_jwt', 'client_secret_basic', 'client_secret_post'] as const;
export type AuthMethod = (typeof AUTH_METHODS)[number];

/** The parameters of a form body, as it was parsed. */
export type Form = Readonly<Record<string, unknown>>;

/** The credentials a request has for its client. */
export type ClientProof =
  | { method: 'client_secret_basic' | 'client_secret_post'; clientId: string; secret: string }
  | { method: 'private_key_jwt'; clientId: string | undefined; assertion: string };

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ASSERTION_LONGEST = 8_000;

/** Why a request has no usable credentials, with the error code of RFC 6749. */
export interface MissingProof {
  code: 'invalid_request' | 'invalid_client';
  wrong: string;
}

/** One parameter of a form: a text, or absent. Empty counts as absent, and twice is a mistake (RFC 6749 §3.2). */
export function parameter(form: Form, name: string): string | undefined | { twice: string } {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  if (value === undefined || value === '') return undefined;
  return typeof value === 'string' ? value : { twice: name };
}

/** Reads the credentials of a request, which must use exactly one method. */
export function proofIn(authorization: string | undefined, form: Form): ClientProof | MissingProof {
  const [id, secret, assertion, type] = ['client_id', 'client_secret', 'client_assertion', 'client_assertion_type'].map(
    (name) => parameter(form, name),
  );
  for (const one of [id, secret, assertion, type])
    if (typeof one === 'object') return mistake(`${one.twice} was given twice`);
  const texts = { id, secret, assertion, type } as Record<'id' | 'secret' | 'assertion' | 'type', string | undefined>;
  const ways = [authorization, texts.secret, texts.assertion ?? texts.type].filter((way) => way !== undefined);
  if (ways.length > 1) return mistake('more than one way of client authentication');
  if (authorization !== undefined) return fromBasic(authorization, texts.id);
  if (texts.secret === undefined && ways.length > 0) return fromAssertion(texts.id, texts.assertion, texts.type);
  if (texts.id === undefined || texts.secret === undefined)
    return { code: 'invalid_client', wrong: 'no client authentication' };
  return { method: 'client_secret_post', clientId: texts.id, secret: texts.secret };
}

/** Whether the credentials have exactly the client's registered method: no request can choose a weaker one. */
export function fitsMethod(registered: AuthMethod, proof: ClientProof): boolean {
  return registered === proof.method;
}

function fromAssertion(
  clientId: string | undefined,
  assertion: string | undefined,
  type: string | undefined,
): ClientProof | MissingProof {
  if (type !== ASSERTION_TYPE) return mistake(`client_assertion_type must be ${ASSERTION_TYPE}`);
  if (assertion === undefined || assertion.length > ASSERTION_LONGEST)
    return mistake('client_assertion is missing or too long');
  return { method: 'private_key_jwt', clientId, assertion };
}

/** RFC 6749 §2.3.1: id and secret are form-encoded, then joined and encoded in base64. */
function fromBasic(authorization: string, clientId: string | undefined): ClientProof | MissingProof {
  const encoded = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(authorization)?.[1];
  const text = encoded ? Buffer.from(encoded, 'base64').toString('utf8') : '';
  const colon = text.indexOf(':');
  const [id, secret] = colon < 0 ? [] : [formDecoded(text.slice(0, colon)), formDecoded(text.slice(colon + 1))];
  if (!id || !secret) {
    return { code: 'invalid_client', wrong: 'the Authorization header is not Basic with client_id and secret' };
  }
  if (clientId !== undefined && clientId !== id) return mistake('client_id differs from the Authorization header');
  return { method: 'client_secret_basic', clientId: id, secret };
}

function mistake(wrong: string): MissingProof {
  return { code: 'invalid_request', wrong };
}

function formDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** The client's scopes that a request asks for; all when it asks for none; `undefined` when the client lacks one. */
export function narrowedScopes<S extends string>(own: readonly S[], parameter: string | undefined): S[] | undefined {
  const requested = parameter?.split(' ').filter((scope) => scope !== '') ?? [];
  if (requested.length === 0) return [...own];
  if (!requested.every((scope) => (own as readonly string[]).includes(scope))) return undefined;
  return own.filter((scope) => scope === 'self:read' || requested.includes(scope));
}
