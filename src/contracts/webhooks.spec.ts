import { z } from 'zod';
import type { Document } from './document.js';
import { describeWebhooks } from './webhooks.js';

const empty = (): Document => ({ info: {}, paths: {}, components: { schemas: {} } });

interface Post {
  parameters: { name: string }[];
  requestBody: { content: Record<string, { schema: z.core.JSONSchema.JSONSchema; example: unknown }> };
}

describe('the webhooks of the contract', () => {
  it('are not there without a catalogue', () => {
    const document = empty();
    describeWebhooks(document, []);
    expect(document.webhooks).toBeUndefined();
  });

  it('are one delivery for each type, with its headers, its body and an example of it', () => {
    const document = empty();
    const schema = z.object({ caseId: z.string().describe('The case.'), amountFen: z.string() });
    describeWebhooks(document, [{ type: 'case.listed', description: 'A case came into the hall.', schema }]);
    const { post } = document.webhooks!['case.listed'] as { post: Post };
    expect(post).toMatchObject({
      operationId: 'onCaseListed',
      summary: 'A case came into the hall.',
      tags: ['webhooks'],
    });
    expect(post.parameters.map(({ name }) => name)).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
    const content = post.requestBody.content['application/json']!;
    expect(content.schema).toMatchObject({ properties: { type: { enum: ['case.listed'] } } });
    expect(content.schema).toMatchObject({
      properties: { data: { properties: { caseId: { type: 'string', description: 'The case.' } } } },
    });
    expect(content.example).toEqual({
      type: 'case.listed',
      timestamp: '2026-03-01T08:30:00.000Z',
      data: { caseId: 'case_01JABCDEFGHJKMNPQRSTVWXYZ0', amountFen: '125000' },
    });
  });
});
