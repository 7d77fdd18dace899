import { z } from 'zod';
import { sampleId } from '../kernel/index.js';
import type { JsonSchema } from '../platform/examples/index.js';
import type { Document } from './document.js';
import { sentExample } from './sent-examples.js';

/** One type of event that integrators may receive. */
export interface EventType {
  readonly type: string;
  readonly description: string;
  readonly schema: z.ZodObject;
}

const STANDARD = 'Standard Webhooks';
const HEADERS = [
  ['webhook-id', 'The id of the event; the same on every try and every replay.', sampleId('event')],
  ['webhook-timestamp', 'When this try was sent, in seconds since 1970.', '1767225600'],
  [
    'webhook-signature',
    'One or two signatures, `v1,` and base64, separated by a space.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ],
] as const;

/** The `webhooks` of the document: the request to an endpoint for each type of event of this catalogue. */
export function describeWebhooks(document: Document, catalogue: readonly EventType[]): void {
  if (catalogue.length === 0) return;
  document.webhooks = Object.fromEntries(catalogue.map((event) => [event.type, { post: delivery(event) }]));
}

function delivery({ type, description, schema }: EventType): Record<string, unknown> {
  const { $schema: _, ...data } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema & {
    $schema?: string;
  };
  const body: JsonSchema = {
    type: 'object',
    description,
    required: ['type', 'timestamp', 'data'],
    properties: {
      type: { type: 'string', enum: [type], description: 'What happened.' },
      timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
      data: { ...data, description: 'The facts: ids, amounts in fen as text, codes. No personal data.' },
    },
  };
  return {
    operationId: `on ${type}`.replace(/[ ._-]+(\w)/g, (_match, letter: string) => letter.toUpperCase()),
    summary: description,
    description: `Sent to endpoints that subscribe to \`${type}\`, signed as ${STANDARD} requires.`,
    tags: ['webhooks'],
    security: [],
    parameters: HEADERS.map(([name, words, example]) => ({
      ...{ name, in: 'header', required: true, description: words, schema: { type: 'string' }, example },
    })),
    requestBody: { required: true, content: { 'application/json': { schema: body, example: sentExample(body, {}) } } },
    responses: {
      '2XX': { description: 'Accepted; the body of the answer is not read.' },
      default: { description: 'Not accepted: tried again for about 28 hours; `410` ends deliveries to the endpoint.' },
    },
  };
}
