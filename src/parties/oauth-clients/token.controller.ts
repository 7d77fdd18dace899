import { Body, Controller, Get, Header, Headers, Post, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SCOPE_NAMES } from '../../kernel/access/index.js';
import { sampleId } from '../../kernel/index.js';
import { ClientAddress, Public } from '../../platform/access/index.js';
import { Answers, BodyLimit, FORM_LIMIT, RequestExample } from '../../platform/faces/index.js';
import type { ClientRequest } from './client-authentication.js';
import type { Form } from './client-authentication.policy.js';
import { AUTH_METHODS } from './client-authentication.policy.js';
import { Issuer } from './issuer.js';
import { OAuthError, OAuthErrorFilter } from './oauth-error.js';
import { SIGNING_ALGORITHMS } from './public-key.policy.js';
import { AccessTokenView, AuthorizationServerView, TokenRevokedView } from './token.graphql.js';
import { Tokens } from './tokens.js';

type RequestHeaders = Record<string, string>;

const FORM = 'application/x-www-form-urlencoded';
const text = (description: string) => ({ type: 'string', description });
const AUTHENTICATION = {
  client_id: text('The client, client_…. May be left out when the Authorization header or the assertion names it.'),
  client_secret: text('With client_secret_post.'),
  client_assertion_type: text('With private_key_jwt: `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.'),
  client_assertion: text('With private_key_jwt: a JWT of at most five minutes, signed by a key of the client.'),
};
const FormBody = (required: string, properties: Record<string, object>) =>
  ApiBody({ schema: { type: 'object', required: [required], properties: { ...properties, ...AUTHENTICATION } } });
const OAUTH_ERROR = {
  type: 'object',
  required: ['error'],
  properties: {
    error: text('The error code of RFC 6749 §5.2, such as invalid_client or invalid_scope.'),
    error_description: text('What is wrong, in English, for the developer of the client.'),
  },
};
const ERROR_OF = { 400: 'invalid_request', 401: 'invalid_client', 429: 'temporarily_unavailable' } as const;
const refusedAs = (status: keyof typeof ERROR_OF, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/json': { schema: OAUTH_ERROR, example: { error: ERROR_OF[status] } } },
  });

/** The token endpoints of machines, as OAuth libraries expect them. */
@ApiTags('oauth')
@Controller()
@UseFilters(OAuthErrorFilter)
export class TokenController {
  constructor(
    private readonly tokens: Tokens,
    private readonly issuer: Issuer,
  ) {}

  @Post('oauth/token')
  @BodyLimit(FORM_LIMIT)
  @Public()
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  @ApiOperation({ operationId: 'getAccessToken', summary: 'Get an access token as an OAuth client (RFC 6749 §4.4).' })
  @ApiConsumes(FORM)
  @FormBody('grant_type', {
    grant_type: { ...text('`client_credentials`.'), enum: ['client_credentials'] },
    scope: text('The scopes of the token, separated by spaces; left out means all scopes of the client.'),
  })
  @RequestExample({
    grant_type: 'client_credentials',
    scope: 'cases:read cases:write',
    client_id: sampleId('oauthClient'),
    client_secret: 'rs_live_5f2c1d9e7b',
  })
  @Answers(AccessTokenView, { description: 'The token.' })
  @refusedAs(400, 'Something about the request is wrong.')
  @refusedAs(401, 'The client did not show who it is.')
  @refusedAs(429, 'Too many failed tries; see Retry-After.')
  async token(@Body() form: unknown, @Headers() headers: RequestHeaders, @ClientAddress() address: string) {
    const { token, seconds, scopes } = await this.tokens.grant(requestOf(form, headers, address));
    return { access_token: token, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') };
  }

  @Post('oauth/revoke')
  @BodyLimit(FORM_LIMIT)
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'revokeAccessToken', summary: 'Revoke an access token (RFC 7009).' })
  @ApiConsumes(FORM)
  @FormBody('token', {
    token: text('The access token.'),
    token_type_hint: text('Not needed: there is one type of token.'),
  })
  @RequestExample({
    token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjbGllbnQifQ.c2lnbmF0dXJl',
    client_id: sampleId('oauthClient'),
    client_secret: 'rs_live_5f2c1d9e7b',
  })
  @Answers(TokenRevokedView, { description: 'The token is not valid, whether it was before or not.' })
  @refusedAs(400, 'Something about the request is wrong.')
  @refusedAs(401, 'The client did not show who it is.')
  @refusedAs(429, 'Too many failed tries; see Retry-After.')
  async revoke(@Body() form: unknown, @Headers() headers: RequestHeaders, @ClientAddress() address: string) {
    await this.tokens.revoke(requestOf(form, headers, address));
    return { revoked: true };
  }

  @Get('.well-known/oauth-authorization-server')
  @Public()
  @Header('cache-control', 'public, max-age=300')
  @ApiOperation({ operationId: 'getAuthorizationServer', summary: 'What OAuth clients need to know (RFC 8414).' })
  @Answers(AuthorizationServerView, { description: 'The metadata.' })
  metadata(): AuthorizationServerView {
    const { url, tokenEndpoint } = this.issuer;
    return {
      issuer: url,
      token_endpoint: tokenEndpoint,
      revocation_endpoint: `${url}/oauth/revoke`,
      response_types_supported: [],
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: AUTH_METHODS,
      token_endpoint_auth_signing_alg_values_supported: SIGNING_ALGORITHMS,
      revocation_endpoint_auth_methods_supported: AUTH_METHODS,
      revocation_endpoint_auth_signing_alg_values_supported: SIGNING_ALGORITHMS,
      scopes_supported: SCOPE_NAMES,
      service_documentation: `${url}/reference`,
    };
  }
}

/** OAuth's parameters are read from a form body only: what is in a URL ends up in logs. */
function requestOf(form: unknown, headers: RequestHeaders, address: string): ClientRequest {
  const isForm = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === FORM;
  if (!isForm || typeof form !== 'object' || form === null) {
    throw new OAuthError('invalid_request', `the parameters belong into a body of ${FORM}`);
  }
  return { form: form as Form, authorization: headers['authorization'], address };
}
