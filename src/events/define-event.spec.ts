import { z } from 'zod';
import { allEvents, defineEvent, type EventOf, eventNamed, type PayloadOf } from './define-event.js';

const LampLit = defineEvent('lamp-post.lit.v1', z.object({ lampId: z.uuid(), amountFen: z.string() }));

describe('defineEvent', () => {
  it('enters the event in the registry', () => {
    expect(eventNamed('lamp-post.lit.v1')).toBe(LampLit);
    expect(allEvents().map((event) => event.name)).toContain('lamp-post.lit.v1');
  });

  it('refuses a name without a version and a name taken twice', () => {
    expect(() => defineEvent('lamp.lit', z.object({}))).toThrow(/form/);
    expect(() => defineEvent('Lamp.Lit.v1', z.object({}))).toThrow(/form/);
    expect(() => defineEvent('lamp.lit.v0', z.object({}))).toThrow(/form/);
    expect(() => defineEvent('lamp-post.lit.v1', z.object({}))).toThrow(/twice/);
  });

  it('gives publisher and consumer their types', () => {
    const payload: PayloadOf<typeof LampLit> = { lampId: 'x', amountFen: '1' };
    const event: EventOf<typeof LampLit> = {
      ...payload,
      meta: { eventId: 'e', name: LampLit.name, occurredAt: new Date(0), requestId: null },
    };
    expect(event.lampId).toBe('x');
  });
});
