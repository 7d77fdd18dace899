import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { creditedHold, dayInChina, type Hold } from './crediting.policy.js';

const GRACE = 30;

function hold(id: string, grabbedOn: string, endedOn: string | null, state: Hold['state'] = 'completed'): Hold {
  return { id, providerId: `p-${id}`, state: endedOn ? state : 'active', grabbedOn, endedOn, lawFirm: false };
}

const ofLawFirm = (...held: Parameters<typeof hold>): Hold => ({ ...hold(...held), lawFirm: true });

describe('the hold a payment counts for', () => {
  it('is whoever held the case that day, both ends included', () => {
    const holds = [hold('a', '2026-01-10', '2026-02-10', 'recalled'), hold('b', '2026-02-20', null)];
    expect(creditedHold(holds, '2026-01-10', GRACE)?.id).toBe('a');
    expect(creditedHold(holds, '2026-02-10', GRACE)?.id).toBe('a');
    expect(creditedHold(holds, '2026-02-20', GRACE)?.id).toBe('b');
  });

  it('is the later of two on the day the case changed hands', () => {
    const holds = [hold('a', '2026-01-10', '2026-02-10', 'recalled'), hold('b', '2026-02-10', null)];
    expect(creditedHold(holds, '2026-02-10', GRACE)?.id).toBe('b');
  });

  it('is the earlier holder for thirty days after its end, as long as nobody else holds the case', () => {
    const holds = [hold('a', '2026-01-10', '2026-02-10', 'recalled')];
    expect(creditedHold(holds, '2026-03-12', GRACE)?.id).toBe('a');
    expect(creditedHold(holds, '2026-03-13', GRACE)).toBeUndefined();
  });

  it('is never one that gave the case back or let its grab expire', () => {
    for (const state of ['returned', 'expired'] as const) {
      const holds = [hold('a', '2026-01-10', '2026-02-10', state)];
      for (const day of ['2026-01-09', '2026-01-15', '2026-02-11']) {
        expect(creditedHold(holds, day, GRACE)).toBeUndefined();
      }
    }
  });

  it('is a mandate of a law firm only for what was realised under it: no recall, withdrawal or close is its success', () => {
    for (const state of ['recalled', 'completed'] as const) {
      const holds = [ofLawFirm('f', '2026-01-10', '2026-02-10', state)];
      expect(creditedHold(holds, '2026-01-10', GRACE)?.id).toBe('f');
      expect(creditedHold(holds, '2026-02-10', GRACE)?.id).toBe('f');
      for (const day of ['2026-01-09', '2026-02-11', '2026-03-12']) {
        expect(creditedHold(holds, day, GRACE)).toBeUndefined();
      }
    }
  });

  it('is the agency before a law firm rather than the firm that follows, and never the firm for the days between', () => {
    const agencyFirst = [hold('a', '2026-01-10', '2026-02-10', 'recalled'), ofLawFirm('f', '2026-03-01', null)];
    expect(creditedHold(agencyFirst, '2026-02-20', GRACE)?.id).toBe('a');
    expect(creditedHold(agencyFirst, '2026-03-01', GRACE)?.id).toBe('f');
    const firmFirst = [ofLawFirm('f', '2026-01-10', '2026-02-10', 'recalled'), hold('a', '2026-03-01', null)];
    expect(creditedHold(firmFirst, '2026-02-11', GRACE)?.id).toBe('a');
    expect(creditedHold(firmFirst, '2026-01-20', GRACE)?.id).toBe('f');
  });

  it('is whoever grabbed next for a payment that was under way, the first of them', () => {
    const holds = [hold('a', '2026-03-01', '2026-03-05'), hold('b', '2026-03-20', null)];
    expect(creditedHold(holds, '2026-02-01', GRACE)?.id).toBe('a');
    expect(creditedHold(holds, '2026-01-29', GRACE)).toBeUndefined();
  });

  it('lies within the grace of the day it is paid on, and does not depend on the order of the list', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n));
    const made = fc
      .tuple(
        day,
        fc.option(fc.integer({ min: 0, max: 90 })),
        fc.constantFrom<Hold['state']>('completed', 'returned', 'expired', 'recalled'),
        fc.boolean(),
      )
      .map(([grabbedOn, days, state, lawFirm]) => ({
        lawFirm,
        grabbedOn,
        endedOn: days === null ? null : addDays(grabbedOn, days),
        state,
      }));
    fc.assert(
      fc.property(fc.array(made, { maxLength: 6 }), day, fc.integer({ min: 0, max: 60 }), (list, paidOn, grace) => {
        const holds = list.map((one, n) => ({
          ...hold(String(n), one.grabbedOn, one.endedOn, one.state),
          lawFirm: one.lawFirm,
        }));
        const found = creditedHold(holds, paidOn, grace);
        expect(creditedHold([...holds].reverse(), paidOn, grace)).toEqual(found);
        if (!found) return;
        expect(paidOn >= addDays(found.grabbedOn, -grace)).toBe(true);
        expect(found.endedOn === null || paidOn <= addDays(found.endedOn, grace)).toBe(true);
        expect(['returned', 'expired']).not.toContain(found.state);
        if (found.lawFirm) expect(paidOn >= found.grabbedOn && paidOn <= (found.endedOn ?? paidOn)).toBe(true);
      }),
    );
  });

  it('counts days as China does', () => {
    expect(dayInChina(new Date('2026-11-30T15:59:59Z'))).toBe('2026-11-30');
    expect(dayInChina(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12-01');
  });
});
