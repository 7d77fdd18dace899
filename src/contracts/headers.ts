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

/** Header fields of answers. */
const RESPONSE: Record<string, { description: string; schema: object; example: unknown }> = {
  'X-Request-Id': {
    description: 'The id of the request; quote it when you ask about the answer.',
    schema: text,
    example: 'erp-2026-03-01.000042',
  },
  'RateLimit-Policy': {
    description: 'Your rate limit: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).',
    schema: text,
    example: '"machine";q=6000;w=60',
  },
  RateLimit: {
    description: 'What is left of it: `r` requests now; fully restored in `t` seconds.',
    schema: text,
    example: '"machine";r=5988;t=1',
  },
  'Content-Language': { description: 'The language of the message.', schema: text, example: 'en' },
  'Retry-After': {
    description: 'Seconds after which trying again makes sense.',
    schema: { type: 'integer' },
    example: 12,
  },
  'Idempotency-Replayed': {
    description: '`true` when this is the answer of an earlier request with the same key.',
    schema: text,
    example: 'true',
  },
  Deprecation: {
    description: 'Since when the operation is deprecated (RFC 9745).',
    schema: text,
    example: '@1767225600',
  },
  Sunset: {
    description: 'When the operation will be removed (RFC 8594).',
    schema: text,
    example: 'Thu, 01 Oct 2026 00:00:00 GMT',
  },
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
