import fc from 'fast-check';
import { addDays, addMonths } from '../../kernel/calendar.js';
import { CLOCK_EVENT_KIND, type ClockEvent, type ClockEventKind, clockRuleOf } from './clock-event.js';
import { limitationOf } from './limitation.policy.js';

describe('laws of the limitation clock', () => {
  const day = fc.integer({ min: -6_000, max: 3_000 }).map((days) => addDays('2022-01-01', days));
  const kinds = CLOCK_EVENT_KIND.codes.filter((kind) => !['start', 'cancel'].includes(clockRuleOf(kind)));
  const eventOf = (some: readonly ClockEventKind[]) =>
    fc
      .record({ kind: fc.constantFrom(...some), on: day, lasts: fc.option(fc.nat(900)) })
      .map(
        ({ kind, on, lasts }): ClockEvent => ({ kind, on, ...(lasts === null ? {} : { until: addDays(on, lasts) }) }),
      );
  const events = fc.array(eventOf(kinds), { maxLength: 8 });
  /** The end of a pending suit lets the clock run again, so it may well come earlier than the end of a suit that would end today. */
  const lengthening = kinds.filter((kind) => kind !== 'suit_withdrawn');
  const some = { numRuns: 2_000 };

  it('an interruption, a consent, a proceeding, an obstacle never shortens', () => {
    fc.assert(
      fc.property(day, day, events, eventOf(lengthening), (due, today, clock, one) => {
        const debt = { dueOn: due, lastInterruptedOn: null };
        const before = limitationOf({ ...debt, clock }, today);
        const after = limitationOf({ ...debt, clock: [...clock, one] }, today);
        expect(after.expiresOn >= before.expiresOn).toBe(true);
      }),
      some,
    );
  });

  it('no events move past the long-stop, and none before the first end', () => {
    fc.assert(
      fc.property(day, day, events, (due, today, clock) => {
        const found = limitationOf({ dueOn: due, lastInterruptedOn: null, clock }, today);
        const alone = limitationOf({ dueOn: due, lastInterruptedOn: null }, today);
        expect(found.expiresOn <= addMonths(due, 240) && found.expiresOn >= alone.expiresOn).toBe(true);
        expect(found.periodEndsOn <= found.expiresOn).toBe(true);
        if (['running', 'suspended'].includes(found.state)) expect(found.daysLeft).toBeGreaterThanOrEqual(0);
        if (['expired', 'beyond_long_stop'].includes(found.state)) expect(found.daysLeft).toBeLessThan(0);
      }),
      some,
    );
  });

  it('the order of the events, and one told twice, do not matter', () => {
    const all = fc.array(eventOf(CLOCK_EVENT_KIND.codes), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(day, day, all, fc.func(fc.nat()), (due, today, clock, place) => {
        const debt = { dueOn: due, lastInterruptedOn: null };
        const shuffled = [...clock, clock[0]!].sort((a, b) => place(a) - place(b));
        expect(limitationOf({ ...debt, clock: shuffled }, today)).toEqual(limitationOf({ ...debt, clock }, today));
      }),
      some,
    );
  });

  it('what is stated as the last interruption counts like a demand on that day', () => {
    fc.assert(
      fc.property(day, day, day, (due, today, last) => {
        const demand: ClockEvent = { kind: 'demand_delivered', on: last };
        expect(limitationOf({ dueOn: due, lastInterruptedOn: last }, today)).toEqual(
          limitationOf({ dueOn: due, lastInterruptedOn: null, clock: [demand] }, today),
        );
      }),
    );
  });
});
