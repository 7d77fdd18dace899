import type { OpenAPIObject } from '@nestjs/swagger';
import type { RefusalSpec } from '../kernel/index.js';
import { VERBS } from './document.js';

const PROBLEM = {
  type: 'object',
  description: 'An error as RFC 9457 has it. `code` is stable and listed under `x-refusals`; the words may change.',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained: `/errors/{code}`.' },
    title: { type: 'string', description: 'The code in words, in the language of Accept-Language.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What happened, in the language of Accept-Language (en or zh-CN).' },
    code: { type: 'string', description: 'Stable, machine-readable; the same as on the GraphQL face.' },
    requestId: { type: 'string', description: 'The id of the request; quote it when you ask about this answer.' },
    path: { type: 'string', description: 'The input field at fault, such as `rows[3].amountFen`.' },
    retryAfterSeconds: { type: 'integer', description: 'Seconds after which trying again makes sense.' },
    details: {
      type: 'object',
      additionalProperties: true,
      description:
        'The figures behind the refusal, such as limit and used; for invalid input the reason and its `reasonCode`.',
    },
  },
} as const;
const PROBLEM_ANSWER = {
  description: 'Refused; the code says why.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/**
 * Adds to a REST description what applies to every operation: its errors are problem documents, and this is the catalogue of
 * their codes.
 */
export function describeErrors(document: OpenAPIObject, catalogue: readonly RefusalSpec[]): OpenAPIObject {
  const components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
    responses: { ...document.components?.responses, Problem: PROBLEM_ANSWER },
    'x-refusals': Object.fromEntries(catalogue.map(({ code, sample: _, ...spec }) => [code, spec])),
  };
  for (const path of Object.values(document.paths)) {
    for (const verb of VERBS) {
      const operation = path[verb];
      const problem = { $ref: '#/components/responses/Problem' };
      if (operation) operation.responses = { ...operation.responses, default: problem };
    }
  }
  // The library's types know no extensions and no read-only lists.
  return { ...document, components: components as unknown as NonNullable<OpenAPIObject['components']> };
}
