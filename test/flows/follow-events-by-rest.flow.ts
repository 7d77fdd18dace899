import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, aListedCase, anAgency, anOrganisation, type Organisation } from '../support/builders.js';
import { asOwner, namedDatabase } from '../support/database.js';
import { type Following, stream } from '../support/live.js';

describe('events over REST', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  const open: Following[] = [];

  beforeAll(async () => {
    app = await testApp({}, await namedDatabase('recourse_streams', { fresh: true }));
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
    await app.settled();
  });
  afterAll(async () => {
    for (const one of open) one.stop();
    await app?.close();
  });

  const get = (path: string, token = creditor.owner.token) =>
    app.rest().get(path).set('authorization', `Bearer ${token}`);
  const streamed = async (path: string, token?: string, headers?: Record<string, string>) => {
    const found = await stream(app.url, path, token ?? creditor.owner.token, headers);
    open.push(found);
    return found;
  };

  it('lists the organisation’s own events, page by page, filtered', async () => {
    const caseId = await aListedCase(app, creditor);
    await aGrab(app, agency, caseId);
    await app.settled();
    const first = await get('/v1/events?limit=3&types=case.posted,case.listed,grab.taken,grab.accepted').expect(200);
    expect(first.body.data.map(({ type }: { type: string }) => type)).toEqual([
      'case.posted',
      'case.listed',
      'grab.taken',
    ]);
    expect(first.body).toMatchObject({ hasMore: true, nextCursor: first.body.data[2].cursor });
    const cursor = encodeURIComponent(first.body.nextCursor);
    const second = await get(`/v1/events?cursor=${cursor}`).expect(200);
    expect(second.body.data.map(({ type }: { type: string }) => type)).toEqual(['grab.accepted']);
    expect(second.body).toMatchObject({ hasMore: false, nextCursor: null });
    const [posted] = first.body.data;
    expect(posted).toMatchObject({ id: expect.stringMatching(/^evt_/), caseId, data: { caseId, state: 'listed' } });
    const later = await get(`/v1/events?since=${second.body.data[0].occurredAt}`).expect(200);
    expect(later.body.data.map(({ type }: { type: string }) => type)).toContain('grab.accepted');
    expect(later.body.data.map(({ type }: { type: string }) => type)).not.toContain('case.posted');
  });

  it('refuses what it cannot read, naming the field', async () => {
    const refused = async (query: string) => {
      const { status, body } = await get(`/v1/events?${query}`);
      return [status, body.code, body.path];
    };
    expect(await refused('cursor=nonsense')).toEqual([422, 'INVALID_INPUT', 'cursor']);
    expect(await refused('since=yesterday')).toEqual([422, 'INVALID_INPUT', 'since']);
    expect(await refused('types=case.lost')).toEqual([422, 'INVALID_INPUT', 'types']);
    expect(await refused('limit=0')).toEqual([422, 'INVALID_INPUT', 'limit']);
    const stale = await streamed('/v1/events/stream', undefined, { 'last-event-id': 'nonsense' });
    expect([stale.status, stale.body.code, stale.body.path]).toEqual([422, 'INVALID_INPUT', 'Last-Event-ID']);
    expect((await stream(app.url, '/v1/events/stream', undefined)).status).toBe(401);
    const unverified = await anOrganisation(app, 'agency');
    const hall = await stream(app.url, '/v1/hall/events/stream', unverified.owner.token);
    expect(hall.body.code).toBe('ORGANISATION_NOT_VERIFIED');
  });

  it('streams what happens, and goes on where a client was cut off', async () => {
    const mine = await streamed('/v1/events/stream?types=case.listed');
    expect(mine.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(mine.headers.get('cache-control')).toContain('no-store');
    expect(mine.headers.get('x-accel-buffering')).toBe('no');
    const hall = await streamed('/v1/hall/events/stream', agency.owner.token);
    const one = await aListedCase(app, creditor);
    await app.settled();
    expect((await mine.until(1)).map(({ caseId }) => caseId)).toEqual([one]);
    expect((await hall.until(1)).map(({ type, caseId }) => [type, caseId])).toEqual([['case.listed', one]]);
    expect([mine.retry, mine.first]).toEqual([2_000, expect.any(String)]);
    mine.stop();
    const missed = [await aListedCase(app, creditor), await aListedCase(app, creditor)];
    await app.settled();
    const again = await streamed('/v1/events/stream?types=case.listed', undefined, {
      'last-event-id': mine.events[0]!.cursor,
    });
    expect((await again.until(2)).map(({ caseId }) => caseId)).toEqual(missed);
    const fromTheStart = await streamed('/v1/events/stream?types=case.listed', undefined, {
      'last-event-id': mine.first!,
    });
    expect((await fromTheStart.until(3)).map(({ caseId }) => caseId)).toEqual([one, ...missed]);
    const since = await streamed('/v1/events/stream?types=case.listed&since=2020-01-01T00:00:00Z');
    expect((await since.until(4)).map(({ caseId }) => caseId).slice(-3)).toEqual([one, ...missed]);
  });

  it('ends the stream of a batch with the batch', async () => {
    const sent = await app
      .rest()
      .post('/v1/case-batches')
      .set('authorization', `Bearer ${creditor.owner.token}`)
      .send({ rows: [{ externalRef: 'S-1' }] });
    const progress = await streamed(`/v1/case-batches/${sent.body.id}/events/stream`);
    expect(await progress.over()).toBe('complete');
    expect(progress.types()).toEqual(['import.received', 'import.progressed', 'import.finished']);
  });

  it('keeps events for a while and says so when a cursor is older than that', async () => {
    const before = (await get('/v1/events?limit=1').expect(200)).body.data[0].cursor;
    await asOwner(
      app.database,
      `UPDATE feed_events SET occurred_at = now() - interval '31 days' WHERE position <=
      (SELECT max(position) - 2 FROM feed_events)`,
    );
    const { FeedRetention } = await import('../../src/notifications/feed/feed-retention.js');
    await app.serving.app.get(FeedRetention).prune(2_000);
    expect(await asOwner(app.database, 'SELECT count(*)::int AS n FROM feed_events')).toEqual([{ n: 2 }]);
    const gone = await get(`/v1/events?cursor=${encodeURIComponent(before)}`);
    expect([gone.status, gone.body.code]).toEqual([410, 'CURSOR_TOO_OLD']);
    const stale = await streamed('/v1/events/stream', undefined, { 'last-event-id': before });
    expect([stale.status, stale.body.code]).toEqual([410, 'CURSOR_TOO_OLD']);
    await get('/v1/events').expect(200);
    await get('/v1/events?since=2020-01-01T00:00:00Z').expect(200);
  });
});
