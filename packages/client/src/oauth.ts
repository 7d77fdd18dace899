import { clientAssertion, type Jwk, type SigningKey } from './client-assertion.js';
import { type Credentials, SingleFlight, whileWanted } from './credentials.js';
import { RecourseError } from './errors.js';

/** An OAuth client that acts for its organisation; it shows who it is by a secret or by a signature (private_key_jwt). */
export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret?: string;
  /** A private key as a JWK or as a CryptoKey good for `sign`: ES256, ES384, RS256, PS256 or Ed25519. */
  readonly privateKey?: Jwk | SigningKey;
  /** The `kid` under which the public key is known. */
  readonly keyId?: string;
  /** What the token is to be good for; all that the client may when left out. */
  readonly scopes?: readonly string[];
  /** `<baseUrl>/oauth/token` unless told. */
  readonly tokenUrl?: string;
  /** Whom a signature is for: the token endpoint as the platform calls itself; `tokenUrl` unless told. */
  readonly audience?: string;
}

/** Posts a form without credentials and answers the JSON that came back. */
export type PostForm = (
  url: string,
  form: Record<string, string>,
  headers: Record<string, string>,
) => Promise<Record<string, unknown>>;

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** A token is renewed this long before it ends. */
const EARLY_MS = 30_000;

/** Tokens by the client credentials grant: fetched when first needed and again before they end, one fetch at a time. */
export class OAuthCredentials implements Credentials {
  private current: { token: string; until: number } | undefined;
  private readonly fetching = new SingleFlight<string>();

  constructor(
    private readonly post: PostForm,
    private readonly client: OAuthClient,
    private readonly tokenUrl: string,
    private readonly now: () => number = Date.now,
  ) {
    if ((client.clientSecret === undefined) === (client.privateKey === undefined)) {
      throw new TypeError('an OAuth client needs either clientSecret or privateKey');
    }
  }

  async token(signal?: AbortSignal): Promise<string> {
    if (this.current && this.current.until - EARLY_MS > this.now()) return this.current.token;
    return whileWanted(
      this.fetching.run(() => this.fetchToken()),
      signal,
    );
  }

  async renew(refused: string | undefined, signal?: AbortSignal): Promise<string> {
    if (this.current?.token === refused) this.current = undefined;
    return this.token(signal);
  }

  private async fetchToken(): Promise<string> {
    const { scopes } = this.client;
    const grant = { grant_type: 'client_credentials', ...(scopes ? { scope: scopes.join(' ') } : {}) };
    const { form, headers } = await this.proof();
    const answer = await this.post(this.tokenUrl, { ...grant, ...form }, headers);
    const { access_token: token, expires_in: seconds = 300 } = answer as { access_token?: string; expires_in?: number };
    if (typeof token !== 'string') {
      throw new RecourseError({ code: 'UNEXPECTED_ANSWER', message: 'The token endpoint answered without a token.' });
    }
    this.current = { token, until: this.now() + seconds * 1_000 };
    return token;
  }

  private async proof(): Promise<{ form: Record<string, string>; headers: Record<string, string> }> {
    const { clientId, clientSecret, privateKey, keyId, audience = this.tokenUrl } = this.client;
    if (clientSecret !== undefined) {
      const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
      return { form: {}, headers: { authorization: `Basic ${globalThis.btoa(pair)}` } };
    }
    const assertion = await clientAssertion({ clientId, audience, key: privateKey!, keyId }, this.now());
    return {
      form: { client_id: clientId, client_assertion_type: ASSERTION, client_assertion: assertion },
      headers: {},
    };
  }
}

/** RFC 6749, section 2.3.1: the parts of Basic are form-encoded first. */
function formEncoded(text: string): string {
  return new URLSearchParams({ v: text }).toString().slice(2);
}
