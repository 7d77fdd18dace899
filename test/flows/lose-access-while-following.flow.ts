import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aGrab,
  aListedCase,
  aMember,
  anAgency,
  anApiKey,
  aPlatform,
  type Organisation,
} from '../support/builders.js';
import { ask, done } from '../support/client.js';
import { follow, socketClient, stream } from '../support/live.js';

describe('whoever may no longer follow', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  const clients: ReturnType<typeof socketClient>[] = [];

  const client = (token: string) => {
    const made = socketClient(app.url, token);
    clients.push(made);
    return made;
  };

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
  });
  afterAll(async () => {
    for (const one of clients) await one.dispose();
    await app?.close();
  });

  it('is told so with a code, whichever way the right was lost, and others go on', async () => {
    const { risk } = await aPlatform(app);
    const owner = { token: creditor.owner.token };
    const member = await aMember(app, creditor, ['viewer']);
    const leaver = await aMember(app, creditor, ['viewer']);
    const { key, id: apiKeyId } = await anApiKey(app, creditor, ['cases:read']);
    const suspended = await anAgency(app);
    const caseId = await aListedCase(app, creditor);
    const grabId = await aGrab(app, agency, caseId);
    await app.settled();

    const now = (await ask(app, 'liveCursor', {}, '', creditor.owner.token)) as unknown as string;
    const after = `after: "${now}"`;
    const stays = follow(client(creditor.owner.token), 'caseEvents', after);
    const byKey = follow(client(key), 'caseEvents', after);
    const byMember = follow(client(member.token), 'caseEvents', after);
    const byLeaver = await stream(app.url, '/v1/events/stream', leaver.token);
    const bySuspended = follow(client(suspended.owner.token), 'hallEvents', after);
    const bySuspendedRest = await stream(app.url, '/v1/hall/events/stream', suspended.owner.token);
    const byHolder = follow(client(agency.owner.token), 'caseEvents', `caseId: "${caseId}", ${after}`);
    const marker = await aListedCase(app, creditor);
    await app.settled();
    await Promise.all([stays.until(2), byKey.until(2), byMember.until(2), byLeaver.until(2), bySuspended.until(1)]);

    await done(app, 'revokeApiKey', { apiKeyId: ['ID!', apiKeyId] }, '', owner);
    await done(app, 'deactivateMember', { memberId: ['ID!', member.memberId] }, '', owner);
    await app.rest().post('/v1/auth/logout').set('authorization', `Bearer ${leaver.token}`).expect(200);
    const application = await ask(app, 'myVerification', {}, 'id', suspended.owner.token);
    await done(
      app,
      'suspendVerification',
      { id: ['ID!', application['id']], reasonCodes: ['[VerificationReason!]!', ['OTHER']] },
      '',
      { token: risk.token },
    );
    await done(app, 'returnGrab', { grabId: ['ID!', grabId], reason: ['String!', 'no capacity'] }, '', {
      token: agency.owner.token,
    });
    await app.settled();

    expect(await byKey.over()).toMatch(/^closed 4403|^UNAUTHENTICATED/);
    expect(await byMember.over()).toMatch(/^closed 4403|^UNAUTHENTICATED/);
    expect(await byLeaver.over()).toBe('UNAUTHENTICATED');
    expect(await bySuspended.over()).toBe('ORGANISATION_NOT_VERIFIED');
    expect(await bySuspendedRest.over()).toBe('ORGANISATION_NOT_VERIFIED');
    expect(await byHolder.over()).toBe('NOT_FOUND');
    expect(byHolder.types()).toEqual(['grab.ended']);
    expect(stays.ended).toBeUndefined();
    expect(stays.types()).toEqual(['case.posted', 'case.listed', 'case.listed', 'grab.ended']);
    expect(stays.events[0]!.caseId).toBe(marker);
  });
});
