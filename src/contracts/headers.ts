import { IDEMPOTENCY_KEY } from '../platform/faces/index.js';
import { type Document, operationsOf, type Parameter, type Response } from './document.js';

const text = { type: 'string' };

/** Header fields every request may carry. */
const REQUEST = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'The language of messages: `zh-CN` or `en`, by RFC 9110 weights; English by default.',
    schema: text,
    example: 'zh-CN',
  },
  RequestId: {
    name: 'X-Request-Id',
    in: 'header',
    required: false,
    description: 'Your own id of the request, 8 to 128 of `A-Z a-z 0-9 _ . : -`; generated when left out.',
    schema: { ...text, minLength: 8, maxLength: 128, pattern: '^[\\w.:-]+$' },
    example: 'erp-2026-03-01.000042',
  },
};

const header = (description: string, example: unknown, schema = text) => ({ description, schema, example });

/** Header fields of answers. */
const RESPONSE: Record<string, ReturnType<typeof header>> = {
  'X-Request-Id': header('The id of the request; quote it when you ask about the answer.', 'erp-2026-03-01.000042'),
  'RateLimit-Policy': header(
    'Your rate limit: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).',
    '"machine";q=6000;w=60',
  ),
  RateLimit: header('What is left of it: `r` requests now; fully restored in `t` seconds.', '"machine";r=5988;t=1'),
  'Content-Language': header('The language of the message.', 'en'),
  'Retry-After': header('Seconds after which trying again makes sense.', 12, { type: 'integer' }),
  'Idempotency-Replayed': header('`true` when this is the answer of an earlier request with the same key.', 'true'),
  Deprecation: header('Since when the operation is deprecated (RFC 9745).', '@1767225600'),
  Sunset: header('When the operation will be removed (RFC 8594).', 'Thu, 01 Oct 2026 00:00:00 GMT'),
};

const nameOf = (header: string) => header.replaceAll('-', '');

/** Documents the header fields of requests and answers, once, and refers to them from every operation. */
export function describeHeaders(document: Document): void {
  const used = new Set<string>();
  for (const { operation } of operationsOf(document)) {
    const references = Object.keys(REQUEST).map((name) => ({ $ref: `#/components/parameters/${name}` }) as Parameter);
    const repeatable = operation.parameters?.some(({ name }) => name === IDEMPOTENCY_KEY) ?? false;
    operation.parameters = [...(operation.parameters ?? []), ...references];
    for (const [status, response] of Object.entries(operation.responses)) {
      if (response.$ref) continue;
      const names = headersOf(status, response, repeatable, operation.deprecated ?? false);
      for (const name of names) used.add(name);
      const refer = (name: string) => [name, { $ref: `#/components/headers/${nameOf(name)}` }];
      response.headers = { ...response.headers, ...Object.fromEntries(names.map(refer)) };
    }
  }
  document.components['parameters'] = { ...document.components['parameters'], ...REQUEST };
  const headers = [...used].map((name) => [nameOf(name), RESPONSE[name]]);
  document.components['headers'] = { ...document.components['headers'], ...Object.fromEntries(headers) };
}

function headersOf(status: string, { content }: Response, repeatable: boolean, deprecated: boolean): string[] {
  const problem = content?.['application/problem+json'] !== undefined;
  return [
    ...['X-Request-Id', 'RateLimit-Policy', 'RateLimit'],
    ...(problem ? ['Content-Language'] : []),
    ...(status === '429' || status === '503' ? ['Retry-After'] : []),
    ...(repeatable && status.startsWith('2') ? ['Idempotency-Replayed'] : []),
    ...(deprecated ? ['Deprecation', 'Sunset'] : []),
  ];
}
