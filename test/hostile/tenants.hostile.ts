import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { Passwords } from '../../src/parties/members/passwords.js';
import { lists } from '../contracts/matrix/lists.js';
import { World } from '../contracts/matrix/worlds.js';
import { type TestApp, testApp } from '../support/app.js';
import { aMember, freshEmail, PASSWORD } from '../support/builders.js';
import { act, ask } from '../support/client.js';
import { asOwner, namedDatabase } from '../support/database.js';
import { stream } from '../support/live.js';
import { sampleDebt } from '../support/samples.js';

const CUSTOMERS = ['creditor', 'agency', 'law_firm'] as const;

/** Two live worlds and one of a sandbox, each with one of everything: none may see a row of another. */
describe('a tenant', () => {
  let app: TestApp;
  let worlds: World[];

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'api' }, await namedDatabase('recourse_tenants', { fresh: true }));
    worlds = [await World.of(app), await World.of(app), await World.inSandbox(app)];
    for (const world of worlds) await world.fill();
  });
  afterAll(() => app?.close());
  afterEach(() => jest.restoreAllMocks());

  /** Ids that stand in the hall are for every provider of the same world to see. */
  async function ownAndForeign(world: World) {
    const shown = await asOwner<{ id: string }>(app.database, `SELECT id FROM cases WHERE state = 'listed'`);
    expect(shown.length).toBeGreaterThan(0);
    const own = await world.ids();
    const others = (await Promise.all(worlds.filter((one) => one !== world).map((one) => one.ids()))).flat();
    return { own, foreign: others.filter((id) => !own.includes(id)) };
  }
  const inHall = (name: string) => /hall/i.test(name);

  it('finds in every list its own rows and none of another', async () => {
    const wrong: string[] = [];
    let own = 0;
    for (const world of worlds) {
      const ids = await ownAndForeign(world);
      for (const kind of CUSTOMERS) {
        for (const list of lists().filter(({ name }) => !inHall(name))) {
          const answer = await list.ask(app, world.ownerOf(kind).token);
          if (ids.own.some((id) => answer.includes(id))) own += 1;
          for (const id of ids.foreign.filter((one) => answer.includes(one)))
            wrong.push(`${list.name} shows a ${kind} ${id}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(own).toBeGreaterThan(30);
  });

  it('is not led to another’s rows by a cursor of another’s list', async () => {
    const page = `{ cases(first: 1) { nodes { id } pageInfo { endCursor } } }`;
    const cursors = await Promise.all(
      worlds.map(
        async (world) => (await app.graphql(page, {}, world.creditor.owner.token)).data!['cases'].pageInfo.endCursor,
      ),
    );
    const query = 'query ($after: String) { cases(first: 50, after: $after) { nodes { id } } }';
    for (const world of worlds) {
      const { foreign } = await ownAndForeign(world);
      for (const after of cursors) {
        const text = JSON.stringify(await app.graphql(query, { after }, world.creditor.owner.token));
        expect(foreign.filter((id) => text.includes(id))).toEqual([]);
      }
    }
  });

  it('exports its own rows alone, in both formats', async () => {
    const names = await asOwner<{ number: string; creditor_id: string }>(
      app.database,
      'SELECT number, creditor_id FROM cases',
    );
    for (const world of worlds) {
      const nodes = (await ask(app, 'cases', { first: ['Int!', 100] }, 'nodes { number }', world.creditor.owner.token))[
        'nodes'
      ] as { number: string }[];
      const own = nodes.map(({ number }) => number);
      expect(own.length).toBeGreaterThan(1);
      for (const format of ['csv', 'xlsx']) {
        for (const path of ['cases', 'activities']) {
          const answer = await fetch(`${app.url}/v1/exports/${path}?format=${format}`, {
            headers: { authorization: `Bearer ${world.creditor.owner.token}` },
          });
          expect(answer.status).toBe(200);
          const bytes = Buffer.from(await answer.arrayBuffer());
          const text = format === 'csv' ? bytes.toString() : await textOf(bytes);
          expect(names.filter(({ number }) => !own.includes(number) && text.includes(number))).toEqual([]);
          if (path === 'cases') expect(own.filter((number) => !text.includes(number))).toEqual([]);
        }
      }
    }
  });

  it('is answered nothing by the idempotency key of another', async () => {
    const key = randomUUID();
    const seen: string[] = [];
    for (const world of worlds) {
      const options = { token: world.creditor.owner.token, idempotencyKey: key };
      const input = ['PostCaseInput!', sampleDebt()] as const;
      const answer = await act(app, 'postCase', { input }, '... on Case { id creditorId }', options);
      expect(answer['creditorId']).toBe(world.creditor.id);
      seen.push(answer['id']);
    }
    expect(new Set(seen).size).toBe(worlds.length);
  });

  it('hears in its streams of its own alone', async () => {
    const open = await Promise.all(
      worlds.map((world) => stream(app.url, '/v1/events/stream', world.creditor.owner.token)),
    );
    const posted: string[] = [];
    for (const world of worlds) {
      const input = ['PostCaseInput!', sampleDebt()] as const;
      posted.push(
        (await act(app, 'postCase', { input }, '... on Case { id }', { token: world.creditor.owner.token }))['id'],
      );
    }
    await app.settled();
    for (const [n, one] of open.entries()) {
      const heardOwn = () => JSON.stringify(one.events).includes(posted[n]!);
      for (let count = 1; !heardOwn() && one.ended === undefined; count += 1) await one.until(count);
      const heard = JSON.stringify(one.events);
      expect(heard).toContain(posted[n]);
      expect(posted.filter((id, at) => at !== n && heard.includes(id))).toEqual([]);
      one.stop();
    }
  });

  it('reads webhooks and their log with the roles and kinds that may read what is in them', async () => {
    const [world] = worlds as [World];
    const operator = await aMember(app, world.creditor, ['operator']);
    const viewer = await aMember(app, world.creditor, ['viewer']);
    for (const { token } of [operator, viewer]) {
      const input = { url: 'https://93.184.215.14/in', types: ['commission.booked'] };
      const made = await act(app, 'createWebhookEndpoint', { input: ['CreateWebhookEndpointInput!', input] }, '', {
        token,
      });
      expect(made['__typename']).not.toBe('WebhookEndpointWithSecret');
    }
    const id = ['ID!', await world.idOf('webhookDelivery')] as const;
    const foreign = await act(app, 'replayWebhookDelivery', { deliveryId: id }, '', {
      token: worlds[1]!.creditor.owner.token,
    });
    expect(foreign['code']).toBe('NOT_FOUND');
  });

  it('or a stranger learns nothing of who is known: the same answer, and the same work', async () => {
    const work = jest.spyOn(app.serving.app.get(Passwords), 'matches');
    const known = worlds[0]!.creditor.owner.email;
    const LOGIN =
      'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on Refusal { code message path details } } }';
    const login = async (email: string) => {
      work.mockClear();
      const { data } = await app.graphql(LOGIN, { input: { email, password: 'not-the-password-1' } });
      return { answer: data!['login'], checked: work.mock.calls.length };
    };
    const [of, not] = [await login(known), await login(freshEmail())];
    expect(of.answer).toEqual(not.answer);
    expect([of.checked, not.checked]).toEqual([1, 1]);
    await asOwner(app.database, 'DELETE FROM login_failures');

    const hashed = jest.spyOn(app.serving.app.get(Passwords), 'hash');
    const REGISTER =
      'mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on Refusal { code message } } }';
    const register = async (email: string) => {
      hashed.mockClear();
      const input = { kind: 'agency', organisationName: 'Harbour', email, name: 'Lin Mei', password: PASSWORD };
      const { data } = await app.graphql(REGISTER, { input });
      return { answer: data!['register'], hashed: hashed.mock.calls.length };
    };
    expect(await register(known)).toEqual(await register(freshEmail()));

    const ACCEPT =
      'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename ... on Refusal { code message } } }';
    const accept = async (token: string) =>
      (await app.graphql(ACCEPT, { input: { token, password: PASSWORD } })).data!['acceptInvitation'];
    expect(await accept('a'.repeat(43))).toEqual(await accept(randomUUID()));
  });

  async function textOf(bytes: Buffer): Promise<string> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
  }
});
