import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anAgency } from '../support/builders.js';
import { namedDatabase } from '../support/database.js';

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

  it('and nobody sees the hall as it was before they asked', async () => {
    for (let round = 0; round < 10; round += 1) {
      const crowd = Array.from({ length: 20 }, () => look(agency.owner.token));
      const caseId = await aListedCase(app, creditor);
      const after = await Promise.all(Array.from({ length: 20 }, () => look(agency.owner.token, { first: 100 })));
      for (const answer of after) expect(ids(answer)).toContain(caseId);
      await Promise.all(crowd);
    }
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
