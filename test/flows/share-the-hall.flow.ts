import { setTimeout as pause } from 'node:timers/promises';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anAgency, aSandbox, type Organisation } from '../support/builders.js';
import { done } from '../support/client.js';
import { namedDatabase } from '../support/database.js';
import { sampleDebt } from '../support/samples.js';

const PAGE =
  'query Page($first: Int!, $sort: HallSort) { hall(first: $first, sort: $sort) { nodes { id amountFen amountBand } pageInfo { hasNextPage } } }';

describe('many look at the hall at once', () => {
  let app: TestApp;
  let creditor: Awaited<ReturnType<typeof aCreditor>>;
  let agency: Awaited<ReturnType<typeof anAgency>>;

  beforeAll(async () => {
    app = await testApp({}, await namedDatabase('recourse_shared_hall', { fresh: true }));
    creditor = await aCreditor(app);
    agency = await anAgency(app);
    for (let n = 0; n < 3; n += 1) await aListedCase(app, creditor);
  });
  afterAll(() => app.close());

  const look = (token: string | undefined, variables: Record<string, unknown> = { first: 10 }) =>
    app.graphql(PAGE, variables, token);
  const ids = (answer: Awaited<ReturnType<typeof look>>) =>
    answer.data?.['hall'].nodes.map((node: { id: string }) => node.id) as string[];

  it('and each gets the whole answer for its own eyes', async () => {
    for (let warm = 0; warm < 3; warm += 1) await look(agency.owner.token);
    const asking = Array.from({ length: 120 }, (_, n) => look(n % 3 === 0 ? creditor.owner.token : agency.owner.token));
    const answers = await Promise.all(asking);
    answers.forEach((answer, n) => {
      expect(answer.status).toBe(200);
      expect(answer.errors).toBeUndefined();
      expect(ids(answer)).toHaveLength(3);
      const amounts = answer.data!['hall'].nodes.map((node: { amountFen: string | null }) => node.amountFen);
      expect(amounts.every((amount: string | null) => (amount === null) === (n % 3 === 0))).toBe(true);
    });
    expect(new Set(answers.map((answer) => answer.headers['x-request-id'])).size).toBe(120);
  });

  it('and who may not look is refused among those who may', async () => {
    const asking = Array.from({ length: 60 }, (_, n) => look([agency.owner.token, undefined, 'nonsense'][n % 3]));
    const answers = await Promise.all(asking);
    answers.forEach((answer, n) => {
      if (n % 3 === 0) expect(ids(answer)).toHaveLength(3);
      else expect(answer.errors![0]!.extensions['code']).toBe('UNAUTHENTICATED');
    });
  });

  it('and a bad question is answered to each who asks it', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => look(agency.owner.token, { first: 1_000 })));
    for (const answer of answers) expect(answer.errors![0]!.extensions['code']).toBe('INVALID_INPUT');
  });

  describe('in many ways', () => {
    const CASE = `id category serviceLine provinceCode provinceName provinceNameEn amountFen amountBand monthsOverdue
      commissionBps evidenceBps score grade debtorKind matter openToLawFirms listedAt`;
    const asked = (selection: string) =>
      `query Any($first: Int!, $after: String, $filter: HallFilter, $sort: HallSort) {
        hall(first: $first, after: $after, filter: $filter, sort: $sort) { ${selection} } }`;
    const SELECTIONS = [
      `nodes { ${CASE} } pageInfo { endCursor hasNextPage }`,
      '__typename nodes { __typename id amountFen listedAt } pageInfo { __typename hasNextPage }',
      'edges { __typename cursor node { id score } } pageInfo { last: endCursor }',
      'page: nodes { number: id id } nodes { grade }',
      'nodes { id } nodes { score }',
      'nodes { ...on HallCase { id } }',
      'nodes { id score @skip(if: true) } totalCount',
      'pageInfo { hasNextPage }',
    ];
    const VARIABLES: Record<string, unknown>[] = [
      { first: 2 },
      { first: 100, sort: 'OVERDUE_LONGEST', filter: { provinces: ['310000'], minCommissionBps: 0 } },
      { first: 1, sort: 'SCORE_DESC', filter: { amountBands: ['from_10k_to_50k'], grades: ['A', 'B', 'C', 'D', 'E'] } },
      { first: 5, filter: { categories: ['credit_card'] } },
    ];
    const bytes = async (query: string, variables: object, { owner }: Organisation) => {
      const answer = await app
        .rest()
        .post('/graphql')
        .set({ authorization: `Bearer ${owner.token}`, 'cache-control': 'no-cache' })
        .send({ query, variables });
      // What nobody shares names its request.
      const text = answer.text.replace(/,"requestId":"[^"]+"/g, '');
      return { status: answer.status, type: answer.headers['content-type'], text };
    };

    // A document is executed the first time and then written, where it can be: see `selectionWriter`.
    it.each(SELECTIONS)('says the same when it is written as when it is executed: %s', async (selection) => {
      for (const reader of [agency, creditor]) {
        for (const variables of VARIABLES) {
          const query = `${asked(selection)} # ${reader.id} ${JSON.stringify(variables)}`;
          const executed = await bytes(query, variables, reader);
          expect(executed).toMatchObject({ status: 200, text: expect.stringContaining('"data":{"hall":{') });
          expect(await bytes(query, variables, reader)).toEqual(executed);
        }
      }
    });

    it('refuses in the same words', async () => {
      const query = asked('nodes { id }');
      await bytes(query, { first: 1 }, agency);
      for (const bad of [{ first: 101 }, { first: 'x' }, { first: 1, after: 'x' }, { first: 1, sort: 'NO' }, {}]) {
        const [known, fresh] = [
          await bytes(query, bad, agency),
          await bytes(`${query} # ${JSON.stringify(bad)}`, bad, agency),
        ];
        const told = ({ text }: { text: string }) => JSON.parse(text).errors;
        expect(told(known)).toEqual(told(fresh));
        expect(told(known)).toHaveLength(1);
      }
    });

    it('says the same over REST in a usual and in an unusual spelling', async () => {
      const list = async (search: string, { owner }: Organisation) => {
        const answer = await app.rest().get(`/v1/hall?${search}`).set('authorization', `Bearer ${owner.token}`);
        return { status: answer.status, type: answer.headers['content-type'], text: answer.text };
      };
      for (const reader of [agency, creditor]) {
        for (const search of [
          'limit=2',
          'sort=SCORE_DESC',
          'categories=commercial_receivable&minCommissionBps=0&limit=1',
        ]) {
          const usual = await list(search, reader);
          expect(usual).toMatchObject({ status: 200, text: expect.stringContaining('"data":[{') });
          expect(await list(`${search}&grades=A&grades=B&grades=C&grades=D&grades=E`, reader)).toEqual(usual);
          const next = encodeURIComponent(JSON.parse(usual.text).nextCursor ?? '');
          expect((await list(`${search}&cursor=${next}`, reader)).status).toBe(200);
        }
      }
      for (const bad of ['limit=0', 'limit=101', 'cursor=x', 'sort=NO', 'colour=red', 'grades=F']) {
        expect(await list(bad, agency)).toMatchObject({ status: 422, type: expect.stringContaining('problem+json') });
      }
    });
  });

  describe('while somebody changes it', () => {
    let others: Organisation;
    let rival: Organisation;
    let crowd: Promise<unknown>;
    let enough: boolean;
    /** How often the onlookers had their answers so far. */
    let looks: number;

    beforeAll(async () => {
      others = await anAgency(app);
      rival = await aCreditor(app);
    });
    /** Others ask the same all the time, so that there is always an answer at hand. */
    beforeEach(async () => {
      enough = false;
      looks = 0;
      const onlooker = async () => {
        for (; !enough; looks += 1) await Promise.all([others, rival].flatMap((one) => [shown(one), shownByRest(one)]));
      };
      crowd = Promise.all([onlooker(), onlooker()]);
      while (looks < 4) await pause(20);
    });
    afterEach(async () => {
      enough = true;
      await crowd;
    });

    const as = ({ owner }: Organisation) => ({ authorization: `Bearer ${owner.token}` });
    const shown = async (by: Organisation, headers = {}) =>
      ids(await app.graphql(PAGE, { first: 100 }, by.owner.token, headers));
    const shownByRest = async (by: Organisation): Promise<string[]> => {
      const { body } = await app.rest().get('/v1/hall?limit=100').set(as(by));
      return body.data.map((node: { id: string }) => node.id);
    };

    it('an actor sees its own acts in its next request, whichever face it acts and looks through', async () => {
      for (let round = 0; round < 3; round += 1) {
        const caseId = await aListedCase(app, creditor);
        const posted = await Promise.all([shown(creditor), shownByRest(creditor)]);
        for (const page of posted) expect(page).toContain(caseId);
        const grabbed = await app.rest().post(`/v1/cases/${caseId}/grab`).set(as(agency));
        expect(grabbed.status).toBe(201);
        const gone = await Promise.all([shown(agency), shownByRest(agency)]);
        for (const page of gone) expect(page).not.toContain(caseId);
        const giveBack = { grabId: ['ID!', grabbed.body.id], reason: ['String!', 'too far away'] } as const;
        await done(app, 'returnGrab', giveBack, '... on Grab { id }', { token: agency.owner.token });
        const back = await Promise.all([shown(agency), shownByRest(agency)]);
        for (const page of back) expect(page).toContain(caseId);
      }
    });

    it('others see it soon, and at once who asks for no cached answer', async () => {
      for (let round = 0; round < 3; round += 1) {
        const caseId = await aListedCase(app, creditor);
        expect(await shown(agency, { 'cache-control': 'no-cache' })).toContain(caseId);
        // For how long an answer is used at most is held by its own clock in the tests of the shared answers.
        while (!(await shown(others)).includes(caseId)) await pause(20);
      }
    });

    it('a creditor sees what its import brought as soon as its own list has it', async () => {
      const listed = async () => {
        const { body } = await app.rest().get('/v1/cases?state=listed&limit=100').set(as(creditor));
        return body.data.map((one: { id: string }) => one.id) as string[];
      };
      for (let round = 0; round < 3; round += 1) {
        const before = (await listed()).length;
        const rows = [sampleDebt(), sampleDebt()];
        const posted = await app.rest().post('/v1/case-batches').set(as(creditor)).send({ rows });
        expect(posted.status).toBe(202);
        let known = await listed();
        for (; known.length < before + 2; known = await listed()) await pause(2);
        expect(await shown(creditor)).toEqual(expect.arrayContaining(known));
      }
    });
  });

  it('and each sees the hall of its own world', async () => {
    const world = await aSandbox(app, creditor);
    const caseId = await aListedCase(app, world.creditor);
    // From its second time on a document may be shared.
    for (let warm = 0; warm < 2; warm += 1) await look(agency.owner.token);
    const asking = Array.from({ length: 60 }, (_, n) =>
      look((n % 2 === 0 ? agency : world.agency).owner.token, { first: 100 }),
    );
    (await Promise.all(asking)).forEach((answer, n) => {
      if (n % 2 === 0) expect(ids(answer)).not.toContain(caseId);
      else expect(ids(answer)).toEqual([caseId]);
    });
  });

  it('over REST as well', async () => {
    const get = () => app.rest().get('/v1/hall?limit=2').set('authorization', `Bearer ${agency.owner.token}`);
    const answers = await Promise.all(Array.from({ length: 40 }, get));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.body.data).toHaveLength(2);
      expect(answer.headers['content-type']).toMatch(/json/);
    }
  });
});
