import pg from 'pg';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { asOwner } from '../support/database.js';

const PASSWORD = 'tulip-anvil-62';
const SESSION = `... on Session { id memberId accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt roles }`;
const REFUSAL = '__typename ... on Refusal { code message path retryAfterSeconds details }';
const ME = '{ me { organisation { id kind name } member { id email name roles state } scopes } }';

/** What one mutation with an input answered. */
type Answer = Record<string, any>;

describe('signing in', () => {
  let app: TestApp;
  let nth = 0;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  function freshEmail(): string {
    nth += 1;
    return `person${nth}.${process.pid}@harbour.example`;
  }

  async function mutate(name: string, type: string, input: object, fields: string, token?: string): Promise<Answer> {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} ${fields} } }`;
    const answer = await app.graphql(query, { input }, token);
    if (!answer.data?.[name]) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name];
  }

  const register = (email: string, kind = 'agency', password = PASSWORD) =>
    mutate(
      'register',
      'RegisterInput',
      { kind, organisationName: 'Harbour Recovery', email, name: 'Lin Mei', password },
      SESSION,
    );
  const login = (email: string, password = PASSWORD) => mutate('login', 'LoginInput', { email, password }, SESSION);
  const refresh = (refreshToken: string) => mutate('refreshSession', 'RefreshSessionInput', { refreshToken }, SESSION);
  const me = async (token: string) => (await app.graphql(ME, {}, token)).data?.['me'] as Answer | undefined;

  async function invited(owner: Answer, roles: string[], email = freshEmail()): Promise<Answer> {
    const input = { email, name: 'Chen Wei', roles };
    const fields = '... on Invitation { token expiresAt member { id state roles } }';
    return mutate('inviteMember', 'InviteMemberInput', input, fields, owner['accessToken']);
  }

  async function joined(owner: Answer, roles: string[]): Promise<Answer> {
    const { token } = await invited(owner, roles);
    return mutate('acceptInvitation', 'AcceptInvitationInput', { token, password: PASSWORD }, SESSION);
  }

  async function aKey(owner: Answer, scopes: string[], expiresAt?: string): Promise<Answer> {
    const fields = '... on ApiKeyCreated { key apiKey { id ending scopes lastUsedAt } }';
    return mutate(
      'createApiKey',
      'CreateApiKeyInput',
      { name: 'ERP', scopes, expiresAt },
      fields,
      owner['accessToken'],
    );
  }

  it('registers an organisation whose owner is logged in at once', async () => {
    const email = freshEmail();
    const session = await register(email.toUpperCase(), 'law_firm');
    expect(session).toMatchObject({ __typename: 'Session', roles: ['owner'] });
    expect(await me(session['accessToken'])).toMatchObject({
      organisation: { kind: 'law_firm', name: 'Harbour Recovery' },
      member: { email, roles: ['owner'], state: 'active' },
      scopes: [],
    });
  });

  it('gives each email address to one member, in any case, also in a race, and tells nobody that it has an owner', async () => {
    const email = freshEmail();
    const answers = await Promise.all([register(email), register(email.toUpperCase()), register(` ${email}`.trim())]);
    expect(answers.map((answer) => answer['__typename'])).toEqual(['Session', 'Session', 'Session']);
    const owner = await login(email);
    expect(answers.map((answer) => answer['memberId'])).toContain(owner['memberId']);
    const [confirmed] = await asOwner<{ n: string }>(
      app.database,
      `SELECT count(*) AS n FROM members WHERE email = '${email}' AND email_confirmed_at IS NOT NULL`,
    );
    expect(confirmed!.n).toBe('1');
  });

  it('refuses weak passwords with the reason, and the platform as a kind', async () => {
    expect(await register(freshEmail(), 'agency', 'short')).toMatchObject({
      code: 'PASSWORD_REFUSED',
      path: 'password',
      details: { reason: 'too_short' },
    });
    const query = 'mutation ($input: RegisterInput!) { register(input: $input) { __typename } }';
    const input = { kind: 'platform', organisationName: 'X', email: freshEmail(), name: 'X', password: PASSWORD };
    expect((await app.graphql(query, { input })).errors).toBeDefined();
  });

  it('answers an unknown address and a wrong password alike', async () => {
    const email = freshEmail();
    await register(email);
    const wrong = await login(email, 'not-the-password');
    const unknown = await login(freshEmail(), 'not-the-password');
    expect(wrong).toMatchObject({ code: 'LOGIN_FAILED' });
    expect(unknown).toEqual(wrong);
    expect(await login('no body', 'not-the-password')).toEqual(wrong);
  });

  it('slows guessing down after five tries, also when they come at once, and forgives after a success', async () => {
    const email = freshEmail();
    await register(email);
    const tries = await Promise.all(Array.from({ length: 12 }, () => login(email, 'not-the-password')));
    const codes = tries.map((answer) => answer['code']);
    // The waits after the first five are one second, two, four: on a slow machine a try more may get through.
    expect(codes.filter((code) => code === 'LOGIN_FAILED').length).toBeGreaterThanOrEqual(5);
    expect(codes.filter((code) => code === 'LOGIN_THROTTLED').length).toBeGreaterThanOrEqual(3);
    const wait = `UPDATE login_failures SET blocked_until = now() + interval '1 hour' WHERE subject LIKE 'account:%'`;
    await asOwner(app.database, wait);
    expect(await login(email)).toMatchObject({ code: 'LOGIN_THROTTLED', retryAfterSeconds: expect.any(Number) });
    await asOwner(app.database, `UPDATE login_failures SET blocked_until = now() WHERE subject LIKE 'account:%'`);
    expect((await login(email))['__typename']).toBe('Session');
    for (let i = 0; i < 4; i += 1) await login(email, 'not-the-password');
    expect((await login(email))['__typename']).toBe('Session');
    await asOwner(app.database, 'DELETE FROM login_failures');
  });

  it('throttles an address that guesses at many accounts, and says when to come back', async () => {
    for (let i = 0; i < 20; i += 1) await login(freshEmail(), 'not-the-password');
    const refused = await app.rest().post('/v1/auth/login').send({ email: freshEmail(), password: PASSWORD });
    expect(refused.status).toBe(429);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(Number.parseInt(refused.headers['retry-after']!, 10)).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ code: 'LOGIN_THROTTLED' });
    await asOwner(app.database, 'DELETE FROM login_failures');
  });

  it('rotates refresh tokens: two at once get the same next one, and the session goes on', async () => {
    const session = await register(freshEmail());
    const [one, two] = await Promise.all([refresh(session['refreshToken']), refresh(session['refreshToken'])]);
    expect([one!['id'], two!['id']]).toEqual([session['id'], session['id']]);
    expect(one!['refreshToken']).toBe(two!['refreshToken']);
    expect((await refresh(one!['refreshToken']))['__typename']).toBe('Session');
    expect(await me(one!['accessToken'])).toBeDefined();
  });

  it('waits with one connection for the row of a token, however many use it at once', async () => {
    const session = await register(freshEmail());
    const holder = new pg.Client({ connectionString: app.database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM refresh_tokens WHERE session_id = $1 FOR UPDATE', [
      parsePublicId('session', session['id']),
    ]);
    const uses = Array.from({ length: 30 }, () => refresh(session['refreshToken']));
    const waiting = async () => {
      const sql = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE refresh_tokens%'`;
      return (await asOwner<{ n: number }>(app.database, sql))[0]!.n;
    };
    let most = 0;
    // The health of the process is asked in between, so that every use has been taken in.
    for (let n = 0; n < 10 || most === 0; n += 1) {
      await app.rest().get('/livez').expect(200);
      most = Math.max(most, await waiting());
    }
    await holder.query('ROLLBACK');
    await holder.end();
    await Promise.allSettled(uses);
    expect(most).toBe(1);
  });

  it('gives the same next token again when its answer was lost, until that one was used', async () => {
    const session = await register(freshEmail());
    const lost = await refresh(session['refreshToken']);
    const again = await refresh(session['refreshToken']);
    expect(again['refreshToken']).toBe(lost['refreshToken']);
    expect(await me(again['accessToken'])).toBeDefined();
    expect((await refresh(again['refreshToken']))['__typename']).toBe('Session');
    expect(await refresh(session['refreshToken'])).toMatchObject({ code: 'REFRESH_REFUSED' });
    expect(await me(again['accessToken'])).toBeDefined();
  });

  it('ends the whole session when an old refresh token comes back later, and tells of it', async () => {
    const session = await register(freshEmail());
    const next = await refresh(session['refreshToken']);
    await asOwner(
      app.database,
      `UPDATE refresh_tokens SET used_at = used_at - interval '61 seconds' WHERE used_at IS NOT NULL`,
    );
    expect(await me(next['accessToken'])).toBeDefined();
    expect(await refresh(session['refreshToken'])).toMatchObject({ code: 'REFRESH_REFUSED' });
    expect(await refresh(next['refreshToken'])).toMatchObject({ code: 'REFRESH_REFUSED' });
    expect(await me(next['accessToken'])).toBeUndefined();
    const [told] = await asOwner<{ n: string }>(
      app.database,
      `SELECT count(*) AS n FROM audit_records WHERE act = 'session.refresh-reused'`,
    );
    expect(told!.n).toBe('1');
  });

  it('refuses refresh tokens after idle and absolute expiry', async () => {
    const idle = await register(freshEmail());
    const hourBefore = `UPDATE refresh_tokens SET created_at = now() - interval '7 days' WHERE session_id IN
      (SELECT s.id FROM sessions s JOIN members m ON m.id = s.member_id ORDER BY s.created_at DESC LIMIT 1)`;
    await asOwner(app.database, hourBefore);
    expect(await refresh(idle['refreshToken'])).toMatchObject({ code: 'REFRESH_REFUSED' });
    const old = await register(freshEmail());
    await asOwner(
      app.database,
      'UPDATE sessions SET expires_at = now() WHERE id = (SELECT id FROM sessions ORDER BY created_at DESC LIMIT 1)',
    );
    expect(await refresh(old['refreshToken'])).toMatchObject({ code: 'REFRESH_REFUSED' });
  });

  it('logs out: one session on either face, or all of them, at once', async () => {
    const email = freshEmail();
    await register(email);
    const [first, second, third] = [await login(email), await login(email), await login(email)];
    const loggedOut = await app.rest().post('/v1/auth/logout').set('authorization', `Bearer ${first!['accessToken']}`);
    expect(loggedOut.body).toEqual({ ended: 1 });
    expect(await me(first!['accessToken'])).toBeUndefined();
    expect(await me(second!['accessToken'])).toBeDefined();
    const everywhere = 'mutation { logoutEverywhere { __typename ... on SessionsEnded { ended } } }';
    const answer = await app.graphql(everywhere, {}, second!['accessToken']);
    expect(answer.data?.['logoutEverywhere']).toEqual({ __typename: 'SessionsEnded', ended: 3 });
    for (const session of [second, third]) {
      expect(await me(session!['accessToken'])).toBeUndefined();
      expect(await refresh(session!['refreshToken'])).toMatchObject({ code: 'REFRESH_REFUSED' });
    }
  });

  it('lets a logout in another process bite, without a word from it', async () => {
    const other = await testApp({}, app.database);
    try {
      const session = await register(freshEmail());
      const asked = () => other.graphql(ME, {}, session['accessToken']);
      expect((await asked()).data?.['me']).toBeDefined();
      await app.graphql('mutation { logout { __typename } }', {}, session['accessToken']);
      let answer = await asked();
      while (answer.data?.['me']) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        answer = await asked();
      }
      expect(answer.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    } finally {
      await other.close();
    }
  });

  it('invites, accepts once, changes roles and deactivates, always keeping an owner', async () => {
    const owner = await register(freshEmail());
    const member = await joined(owner, ['viewer']);
    expect(member['roles']).toEqual(['viewer']);
    const changeRoles = (memberId: string, roles: string[], by = owner) =>
      mutate('changeRoles', 'ChangeRolesInput', { memberId, roles }, '... on Member { roles }', by['accessToken']);
    expect(await changeRoles(member['memberId'], ['owner'], member)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await changeRoles(owner['memberId'], ['viewer'])).toMatchObject({ code: 'LAST_OWNER' });
    expect(await changeRoles(member['memberId'], ['reviewer'])).toMatchObject({ code: 'INVALID_INPUT', path: 'roles' });
    expect(await changeRoles(member['memberId'], ['finance', 'owner'])).toMatchObject({ roles: ['owner', 'finance'] });
    const both = await Promise.all([
      changeRoles(owner['memberId'], ['viewer']),
      changeRoles(member['memberId'], ['viewer'], member),
    ]);
    expect(both.filter((answer) => answer['__typename'] === 'Member')).toHaveLength(1);
    const stranger = await register(freshEmail());
    expect(await changeRoles(member['memberId'], ['viewer'], stranger)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('ends a deactivated member’s access at once, and takes them back by another invitation', async () => {
    const owner = await register(freshEmail());
    const email = freshEmail();
    const { token } = await invited(owner, ['operator'], email);
    const accept = (given: string) =>
      mutate('acceptInvitation', 'AcceptInvitationInput', { token: given, password: PASSWORD }, SESSION);
    const member = await accept(token);
    expect(await accept(token)).toMatchObject({ code: 'INVITATION_REFUSED' });
    expect(await me(member['accessToken'])).toBeDefined();
    const deactivate = 'mutation ($id: ID!) { deactivateMember(memberId: $id) { __typename ... on Member { state } } }';
    const done = await app.graphql(deactivate, { id: member['memberId'] }, owner['accessToken']);
    expect(done.data?.['deactivateMember']).toEqual({ __typename: 'Member', state: 'deactivated' });
    expect(await me(member['accessToken'])).toBeUndefined();
    expect(await login(email)).toMatchObject({ code: 'LOGIN_FAILED' });
    const back = await accept((await invited(owner, ['viewer'], email))['token']);
    expect(back).toMatchObject({ __typename: 'Session', memberId: member['memberId'], roles: ['viewer'] });
    const elsewhere = await register(freshEmail());
    expect((await invited(elsewhere, ['viewer'], email))['__typename']).toBe('Invitation');
    expect(await invited(owner, ['viewer'], email)).toMatchObject({ code: 'EMAIL_TAKEN' });
  });

  it('lists the members of one’s own organisation, page by page', async () => {
    const owner = await register(freshEmail());
    for (let i = 0; i < 3; i += 1) await invited(owner, ['viewer']);
    const query = `query ($after: String) { members(first: 3, after: $after) {
      nodes { id state } totalCount pageInfo { endCursor hasNextPage } } }`;
    const first = (await app.graphql(query, {}, owner['accessToken'])).data?.['members'];
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const rest = await app.graphql(query, { after: first.pageInfo.endCursor }, owner['accessToken']);
    expect(rest.data?.['members'].nodes).toHaveLength(1);
    const bad = await app.graphql(query, { after: 'WyJ4Il0' }, owner['accessToken']);
    expect(bad.errors?.[0]?.extensions['code']).toBe('INVALID_INPUT');
  });

  it('changes the password, keeps this session and ends the others', async () => {
    const email = freshEmail();
    const here = await register(email);
    const there = await login(email);
    const change = (currentPassword: string, newPassword: string) =>
      mutate(
        'changePassword',
        'ChangePasswordInput',
        { currentPassword, newPassword },
        '... on SessionsEnded { ended }',
        here['accessToken'],
      );
    expect(await change('not-the-password', 'orchid-hammer-71')).toMatchObject({ code: 'LOGIN_FAILED' });
    expect(await change(PASSWORD, email)).toMatchObject({ code: 'PASSWORD_REFUSED', path: 'newPassword' });
    expect(await change(PASSWORD, 'orchid-hammer-71')).toMatchObject({ ended: 1 });
    expect(await me(here['accessToken'])).toBeDefined();
    expect(await me(there['accessToken'])).toBeUndefined();
    expect(await login(email)).toMatchObject({ code: 'LOGIN_FAILED' });
    expect((await login(email, 'orchid-hammer-71'))['__typename']).toBe('Session');
  });

  it('lets machines in by API keys of limited scope, until they are revoked', async () => {
    const owner = await register(freshEmail());
    const { key, apiKey } = await aKey(owner, ['grabs:write', 'hall:read']);
    expect(apiKey).toMatchObject({ ending: key.slice(-4), scopes: ['self:read', 'hall:read', 'grabs:write'] });
    expect(await me(key)).toMatchObject({ member: null, scopes: ['self:read', 'hall:read', 'grabs:write'] });
    const members = await app.graphql('{ members(first: 1) { nodes { id } } }', {}, key);
    expect(members.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await me(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`)).toBeUndefined();
    expect(await aKey(owner, ['cases:write'])).toMatchObject({ code: 'INVALID_INPUT', path: 'scopes' });
    expect(await aKey(owner, ['hall:read'], '2020-01-01T00:00:00Z')).toMatchObject({ path: 'expiresAt' });
    const list = await app.graphql('{ apiKeys { id lastUsedAt revokedAt } }', {}, owner['accessToken']);
    expect(list.data?.['apiKeys'][0].lastUsedAt).not.toBeNull();
    const revoke =
      'mutation ($id: ID!) { revokeApiKey(apiKeyId: $id) { ... on ApiKey { revokedAt } ... on Refusal { code } } }';
    const stranger = await register(freshEmail());
    const theirs = await app.graphql(revoke, { id: apiKey.id }, stranger['accessToken']);
    expect(theirs.data?.['revokeApiKey']).toEqual({ code: 'NOT_FOUND' });
    const revoked = await app.graphql(revoke, { id: apiKey.id }, owner['accessToken']);
    expect(revoked.data?.['revokeApiKey'].revokedAt).not.toBeNull();
    expect(await me(key)).toBeUndefined();
  });

  it('logs in and refreshes over REST, and keeps no secret in the database', async () => {
    const email = freshEmail();
    await register(email);
    const answer = await app.rest().post('/v1/auth/login').send({ email, password: PASSWORD }).expect(200);
    const renewed = await app
      .rest()
      .post('/v1/auth/refresh')
      .send({ refreshToken: answer.body.refreshToken })
      .expect(200);
    expect(renewed.body).toMatchObject({ id: answer.body.id, organisationKind: 'agency' });
    const wrong = await app.rest().post('/v1/auth/login').send({ email, password: 'not-the-password' }).expect(401);
    expect(wrong.body).toMatchObject({ code: 'LOGIN_FAILED' });
    await app.rest().post('/v1/auth/login').send({ email }).expect(422);
    await app.rest().post('/v1/auth/logout').expect(401);
    const rows = await asOwner(
      app.database,
      'SELECT t::text FROM refresh_tokens t UNION SELECT m::text FROM members m',
    );
    const dump = JSON.stringify(rows);
    for (const secret of [renewed.body.refreshToken, PASSWORD]) expect(dump).not.toContain(secret);
  });

  it('leaves an audited trail', async () => {
    const acts = await asOwner<{ act: string }>(app.database, 'SELECT DISTINCT act FROM audit_records ORDER BY act');
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'api-key.create',
        'member.deactivate',
        'organisation.register',
        'session.open',
        'session.refresh-reused',
      ]),
    );
  });
});
