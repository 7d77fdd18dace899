import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { Clock, parsePublicId, publicId } from '../../kernel/index.js';
import { hashOfSecret } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { admitsOf } from '../api-keys/index.js';
import { LoginThrottle } from '../throttle/index.js';
import { type AssertionClaims, CLOCK_SKEW, checkedAssertion } from './assertion.policy.js';
import { type ClientProof, type Form, fitsMethod, proofIn } from './client-authentication.policy.js';
import { Issuer } from './issuer.js';
import { OAuthClientRepository, type RegisteredClient } from './oauth-client.repository.js';
import { OAuthError } from './oauth-error.js';
import { OnceUsedRepository } from './once-used.repository.js';
import { algorithmsOf, type SigningAlgorithm } from './public-key.policy.js';

/** The parts of a request to an OAuth endpoint that identify its sender. */
export interface ClientRequest {
  authorization: string | undefined;
  form: Form;
  address: string;
}

const UNKNOWN = 'unknown client, or wrong credentials';
const NO_SECRET = hashOfSecret('');

/** Authenticates the client of a request, by one of the three methods a client may be registered for. */
@Injectable()
export class ClientAuthentication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly issuer: Issuer,
    private readonly clients: OAuthClientRepository,
    private readonly onceUsed: OnceUsedRepository,
    private readonly throttle: LoginThrottle,
  ) {}

  /** The client, or the error `invalid_client`; failures slow down further tries. */
  async clientOf({ authorization, form, address }: ClientRequest): Promise<RegisteredClient> {
    const proof = proofIn(authorization, form);
    if ('wrong' in proof) throw new OAuthError(proof.code, proof.wrong);
    const named =
      proof.method === 'private_key_jwt' ? (proof.clientId ?? clientNamedIn(proof.assertion)) : proof.clientId;
    await this.throttle.admitClient(named, address);
    const client = await this.proven(named, proof).catch(async (error: unknown) => {
      if (error instanceof OAuthError) await this.throttle.clientFailed(named, address);
      throw error;
    });
    await this.throttle.clientSucceeded(named, address);
    const admits = admitsOf(client.addresses);
    if (!admits || admits(address)) return client;
    throw new OAuthError('unauthorized_client', 'ADDRESS_NOT_ALLOWED: not from this network address');
  }

  private async proven(named: string, proof: ClientProof): Promise<RegisteredClient> {
    const id = parsePublicId('oauthClient', named);
    const client = id === undefined ? undefined : await this.clients.registered(this.database, id);
    if (proof.method === 'private_key_jwt') {
      if (!client || !fitsMethod(client.authMethod, proof)) throw new OAuthError('invalid_client', UNKNOWN);
      await this.proveByAssertion(client, proof.assertion);
      return client;
    }
    const fits = holdsSecret(client?.secretHashes ?? [], proof.secret);
    if (!client || !fits || !fitsMethod(client.authMethod, proof)) throw new OAuthError('invalid_client', UNKNOWN);
    return client;
  }

  /** Checks the signature first, then the claims, and last whether it was used before: only valid assertions are stored. */
  private async proveByAssertion(client: RegisteredClient, assertion: string): Promise<void> {
    const claims = await signedClaims(client, assertion);
    const now = this.clock.millis() / 1000;
    const audiences = [this.issuer.url, this.issuer.tokenEndpoint];
    const checked = checkedAssertion(claims, publicId('oauthClient', client.clientId), audiences, now);
    if (typeof checked === 'string') throw new OAuthError('invalid_client', checked);
    const until = checked.exp + CLOCK_SKEW;
    if (await this.onceUsed.takeAssertion(this.database, client.clientId, checked.jti, until)) return;
    throw new OAuthError('invalid_client', 'this jti was used before');
  }
}

/** The header only chooses among the algorithms of the client's own keys; it does not allow any (RFC 8725 §3.1). */
async function signedClaims(client: RegisteredClient, assertion: string): Promise<AssertionClaims | null> {
  for (const { jwk, alg } of candidates(client, assertion)) {
    try {
      const { payload } = await compactVerify(assertion, await importJWK(jwk, alg), { algorithms: [alg] });
      return JSON.parse(new TextDecoder().decode(payload)) as AssertionClaims | null;
    } catch {
      // Another key of the client may have signed it.
    }
  }
  throw new OAuthError('invalid_client', 'the assertion is not signed by a key of this client');
}

function candidates(client: RegisteredClient, assertion: string): { jwk: JWK; alg: SigningAlgorithm }[] {
  const { alg, kid } = headerOf(assertion);
  return client.keys
    .filter((key) => kid === undefined || key.kid === kid)
    .flatMap(({ jwk }) => algorithmsOf(jwk).map((allowed) => ({ jwk, alg: allowed })))
    .filter((one) => one.alg === alg);
}

function headerOf(assertion: string): { alg?: string | undefined; kid?: string | undefined } {
  try {
    const { alg, kid } = decodeProtectedHeader(assertion);
    return { alg, kid };
  } catch {
    return {};
  }
}

/** The client that an assertion without a client_id names; not verified yet. */
function clientNamedIn(assertion: string): string {
  try {
    return String(decodeJwt(assertion).sub ?? '').slice(0, 100);
  } catch {
    return '';
  }
}

/** Compares with every live secret, always in the same time; without a secret it takes as long as with one. */
function holdsSecret(hashes: readonly Buffer[], secret: string): boolean {
  const given = hashOfSecret(secret);
  const fits = (hashes.length > 0 ? hashes : [NO_SECRET]).map((hash) => timingSafeEqual(hash, given));
  return hashes.length > 0 && fits.includes(true);
}
