import { type TestApp, testApp } from '../support/app.js';
import { namedDatabase } from '../support/database.js';
import { type MailSink, mailSink } from '../support/mail.js';

const PASSWORD = 'tulip-anvil-62';
const OTHERS = 'walnut-ferry-17';
const SESSION = '__typename ... on Refusal { code message path details } ... on Session { roles accessToken }';

type Answer = Record<string, any>;

/** Whose address it is, where mail is sent and where it is not. */
describe('the doors of mailboxes', () => {
  let mail: MailSink;
  let mailing: TestApp;
  let plain: TestApp;
  let nth = 0;

  beforeAll(async () => {
    const database = await namedDatabase('recourse_mailboxes', { fresh: true });
    mail = await mailSink();
    mailing = await testApp({ SMTP_URL: mail.url }, database);
    plain = await testApp({}, database);
  });
  afterAll(async () => {
    await Promise.all([mailing?.close(), plain?.close()]);
    mail?.close();
  });

  const fresh = () => {
    nth += 1;
    return `box${nth}@harbour.example`;
  };
  async function mutate(app: TestApp, name: string, type: string, input: object, fields = SESSION, token?: string) {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    const { data, errors } = await app.graphql(query, { input }, token);
    if (!data?.[name]) throw new Error(JSON.stringify(errors));
    return data[name] as Answer;
  }
  const register = (app: TestApp, email: string, password = PASSWORD) =>
    mutate(app, 'register', 'RegisterInput', {
      ...{ kind: 'agency', organisationName: 'Harbour', email, name: 'Lin Mei', password },
    });
  const login = (app: TestApp, email: string, password = PASSWORD) =>
    mutate(app, 'login', 'LoginInput', { email, password });
  const accept = (app: TestApp, token: string, password = PASSWORD) =>
    mutate(app, 'acceptInvitation', 'AcceptInvitationInput', { token, password });
  const invite = (app: TestApp, email: string, owner: Answer) =>
    mutate(
      app,
      'inviteMember',
      'InviteMemberInput',
      { email, name: 'Chen Wei', roles: ['viewer'] },
      '__typename ... on Refusal { code } ... on Invitation { token member { email state } }',
      owner['accessToken'],
    );
  const tokenTo = async (email: string) => /^[\w-]{40,}$/m.exec((await mail.mailTo(email)).replace(/\r/g, ''))![0];
  const shape = (answer: Answer) => ({ type: answer['__typename'], fields: Object.keys(answer).sort() });

  it('answer alike whether an address is known, and leave it to its owner', async () => {
    for (const app of [plain, mailing]) {
      const email = fresh();
      const owner = await register(app, email);
      if (app === mailing) await accept(app, await tokenTo(email));
      const again = await register(app, email, OTHERS);
      expect(shape(again)).toEqual(shape(owner));
      expect(shape(await register(app, fresh(), OTHERS))).toEqual(shape(again));
      expect((await login(app, email))['__typename']).toBe('Session');
      expect(await login(app, email, OTHERS)).toMatchObject({ code: 'LOGIN_FAILED' });
      const inviter = await register(app, fresh());
      const [known, unknown] = [await invite(app, email, inviter), await invite(app, fresh(), inviter)];
      expect(shape(known)).toEqual(shape(unknown));
      expect(known['__typename']).toBe('Invitation');
    }
  });

  it('do not let an invitation keep an address from its owner', async () => {
    for (const app of [plain, mailing]) {
      const email = fresh();
      await invite(app, email, await register(app, fresh()));
      await register(app, email);
      if (app === mailing) {
        const invited = await tokenTo(email);
        expect((await accept(app, invited))['__typename']).toBe('Session');
      }
      expect((await login(app, email))['__typename']).toBe('Session');
    }
  });

  it('send the token of an invitation to the mailbox alone, where mail is sent', async () => {
    const email = fresh();
    const invited = await invite(mailing, email, await register(mailing, fresh()));
    expect(invited['token']).toBe('');
    expect(await accept(mailing, await tokenTo(email))).toMatchObject({ __typename: 'Session', roles: ['viewer'] });
    expect((await login(mailing, email))['__typename']).toBe('Session');
  });

  it('let nobody log in by an address before its mailbox has answered, and a new password comes from there', async () => {
    const email = fresh();
    await register(mailing, email);
    expect(await login(mailing, email)).toMatchObject({ code: 'LOGIN_FAILED' });
    expect((await accept(mailing, await tokenTo(email)))['__typename']).toBe('Session');
    const before = await login(mailing, email);
    const reset = (address: string) =>
      mutate(mailing, 'requestPasswordReset', 'RequestPasswordResetInput', { email: address }, '__typename');
    expect(await reset(fresh())).toEqual({ __typename: 'PasswordResetRequested' });
    const first = await mail.mailTo(email);
    expect(await reset(email)).toEqual({ __typename: 'PasswordResetRequested' });
    while ((await mail.mailTo(email)) === first) await new Promise((resolve) => setTimeout(resolve, 50));
    const token = await tokenTo(email);
    expect((await accept(mailing, token, OTHERS))['__typename']).toBe('Session');
    expect(await accept(mailing, token, OTHERS)).toMatchObject({ code: 'INVITATION_REFUSED' });
    expect(await login(mailing, email)).toMatchObject({ code: 'LOGIN_FAILED' });
    expect((await login(mailing, email, OTHERS))['__typename']).toBe('Session');
    const [session] = await Promise.all([mailing.graphql('{ me { scopes } }', {}, before['accessToken'])]);
    // The session of before ends at once or within the five seconds that a known bearer counts.
    if (session.data?.['me']) await gone(before['accessToken']);
  });

  async function gone(token: string): Promise<void> {
    for (let n = 0; n < 12_000; n += 1) {
      if (!(await mailing.graphql('{ me { scopes } }', {}, token)).data?.['me']) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the session goes on');
  }
});
