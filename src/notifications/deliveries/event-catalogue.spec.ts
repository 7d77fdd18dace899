import { FEED_TYPES } from '../feed/feed.catalogue.js';
import { eventTypes } from './event-catalogue.js';

describe('the catalogue of events', () => {
  it('has every public event, each described, with an example that fits its schema', () => {
    const shown = new Map(eventTypes().map((one) => [one.type, one]));
    expect([...shown.keys()].sort()).toEqual(FEED_TYPES.map(({ type }) => type).sort());
    for (const { type, schema } of FEED_TYPES) {
      const { example, schema: body, description, audiences } = shown.get(type)!;
      expect(description.length).toBeGreaterThan(10);
      expect(audiences.length).toBeGreaterThan(0);
      expect(example).toMatchObject({ type, timestamp: expect.stringMatching(/Z$/) });
      expect(() => schema.strict().parse(example['data'])).not.toThrow();
      expect(body).toMatchObject({ $schema: expect.stringContaining('2020-12'), type: 'object' });
    }
  });

  it('shows ids in their public form', () => {
    const { example } = eventTypes().find(({ type }) => type === 'case.posted')!;
    expect((example['data'] as { caseId: string }).caseId).toMatch(/^case_[0-9A-Z]{26}$/);
  });
});
