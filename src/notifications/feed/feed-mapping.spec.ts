import { CaseClosed, CaseListed, CaseRevised, CasesPosted, CaseWithdrawn } from '../../events/cases.events.js';
import type { EventMeta } from '../../events/define-event.js';
import { GrabEnded, GrabTaken } from '../../events/grabs.events.js';
import { CommissionBooked, CommissionReversed } from '../../events/settlement.events.js';
import { WebhookEndpointDisabled } from '../../events/webhooks.events.js';
import { newId, publicId } from '../../kernel/ids.js';
import { FEED_TYPES, feedTypeNamed, publicData } from './feed.catalogue.js';
import { MAPPINGS } from './feed-mapping.js';
import type { Row } from './feed-rows.js';

const [creditorId, providerId, caseId, grabId] = Array.from({ length: 4 }, () => newId(0)) as [
  string,
  string,
  string,
  string,
];
const meta: EventMeta = { eventId: newId(0), name: '', occurredAt: new Date(0), requestId: null };
const grab = { grabId, caseId, providerId, creditorId, amountFen: '500', monthsOverdue: 3, meta };
const rowsOf = (name: string, event: object): Row[] => MAPPINGS.get(name)!.rows({ meta, ...event } as never);
const to = (rows: Row[], organisationId: string) => rows.find((row) => row.organisationId === organisationId)!;

describe('what a domain event says to whom', () => {
  const listed = { caseId, creditorId, category: 'other', serviceLine: 'agency_dunning', amountFen: '1000001' };
  const terms = { commissionBps: 1_500, grade: 'B', again: false };
  const commission = { commissionId: newId(0), repaymentId: newId(0), caseId, grabId, creditorId, providerId };
  const fees = { commissionFen: '100', serviceFeeFen: '7' };

  it('tells the hall nothing that points to anybody', () => {
    const said = [
      ...rowsOf(CaseListed.name, { ...listed, ...terms }),
      ...rowsOf(GrabTaken.name, grab),
      ...rowsOf(CaseWithdrawn.name, { caseId, creditorId, leftHall: true }),
    ].filter(({ audience }) => audience === 'hall');
    expect(said.map(({ type }) => type)).toEqual(['case.listed', 'case.unlisted', 'case.unlisted']);
    for (const { organisationId, data } of said) {
      expect(organisationId).toBeNull();
      for (const id of [creditorId, providerId]) {
        expect(JSON.stringify(data)).not.toContain(publicId('organisation', id));
        expect(JSON.stringify(data)).not.toContain(id);
      }
    }
    expect(said[0]!.data['amountBand']).toBe('from_10k_to_50k');
  });

  it('tells the creditor alone of a case that its books changed', () => {
    const said = rowsOf(CaseRevised.name, { caseId, creditorId, state: 'listed', amountFen: '900' });
    expect(said).toMatchObject([
      { type: 'case.revised', audience: 'organisation', organisationId: creditorId, caseId },
    ]);
    expect(publicData('case.revised', said[0]!.data)).toEqual({
      ...{ caseId: publicId('case', caseId), state: 'listed', outstandingFen: '900' },
    });
  });

  it('tells an owner that its endpoint gets nothing any more, without the address', () => {
    const endpointId = newId(0);
    const said = rowsOf(WebhookEndpointDisabled.name, { organisationId: creditorId, endpointId, reason: 'gone' });
    expect(said).toMatchObject([{ audience: 'organisation', organisationId: creditorId, caseId: null }]);
    expect(publicData('webhook-endpoint.disabled', said[0]!.data)).toEqual({
      ...{ endpointId: publicId('webhookEndpoint', endpointId), reason: 'gone' },
    });
  });

  it('tells the hall of a case that left only when it stood there', () => {
    const closed = {
      caseId,
      creditorId,
      closeCode: 'paid',
      state: 'recovered',
      recoveredFen: '1',
      outstandingFen: '1',
    };
    const audiences = (name: string, event: object) => rowsOf(name, event).map(({ audience }) => audience);
    expect(audiences(CaseWithdrawn.name, { caseId, creditorId, leftHall: false })).toEqual(['organisation']);
    expect(audiences(CaseClosed.name, { ...closed, leftHall: false })).toEqual(['organisation']);
    expect(audiences(CaseClosed.name, { ...closed, leftHall: true })).toEqual(['organisation', 'hall']);
  });

  it('keeps from each side what is the other’s: fee, points, and whose case it was', () => {
    const ended = rowsOf(GrabEnded.name, { ...grab, state: 'returned', reason: 'returned', points: 4 });
    expect([to(ended, creditorId).data['points'], to(ended, providerId).data['points']]).toEqual([null, 4]);
    for (const [name, more] of [
      [CommissionBooked.name, {}],
      [CommissionReversed.name, { adjustmentCommissionFen: '0' }],
    ] as const) {
      const rows = rowsOf(name, { ...commission, ...fees, ...more, adjustmentServiceFeeFen: '1' });
      expect(to(rows, creditorId).data['serviceFeeFen']).toBe('7');
      expect(to(rows, providerId).data['serviceFeeFen']).toBeNull();
      expect(JSON.stringify(to(rows, providerId).data)).not.toContain(publicId('organisation', creditorId));
    }
  });

  it('tells reviewers of a case only when it waits for one', () => {
    const one = { caseId, number: 'DC-1', category: 'other', serviceLine: 'agency_dunning', outstandingFen: '1' };
    const said = (...states: string[]) => {
      const cases = states.map((state) => ({ ...one, state, commissionBps: 1_500, grade: 'B' }));
      return rowsOf(CasesPosted.name, { creditorId, batchId: newId(0), cases });
    };
    const summed = (rows: Row[]) => rows.map(({ type, audience, batchId }) => [type, audience, batchId !== null]);
    const posted = ['case.posted', 'organisation', true];
    const listed = [posted, ['case.listed', 'organisation', false], ['case.listed', 'hall', false]];
    const waiting = [posted, ['case.posted', 'review', false]];
    expect(summed(said('listed'))).toEqual(listed);
    expect(summed(said('submitted', 'listed'))).toEqual([...waiting, ...listed]);
  });

  it('lets out nothing that the catalogue does not describe, and only to its audiences', () => {
    for (const row of [...rowsOf(GrabTaken.name, grab), ...rowsOf(CaseListed.name, { ...listed, ...terms })]) {
      expect(publicData(row.type, { ...row.data, debtorName: 'Lin Mei' })).toEqual(row.data);
      expect(feedTypeNamed(row.type)!.audiences).toContain(row.audience);
    }
    expect(() => publicData('grab.taken', { grabId: 'grab_1' })).toThrow();
    expect(() => publicData('debtor.named', {})).toThrow(/no public event/);
    expect(new Set(FEED_TYPES.map(({ type }) => type)).size).toBe(FEED_TYPES.length);
  });
});
