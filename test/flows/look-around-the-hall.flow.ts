import { type TestApp, testApp } from '../support/app.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

type Answer = Record<string, any>;

const FIELDS = `id category serviceLine provinceCode provinceName provinceNameEn amountFen amountBand monthsOverdue
  commissionBps evidenceBps score grade debtorKind listedAt`;
const HALL = `query ($first: Int!, $after: String, $filter: HallFilter, $sort: HallSort) {
  hall(first: $first, after: $after, filter: $filter, sort: $sort) {
    nodes { ${FIELDS} } edges { cursor node { id } } pageInfo { endCursor hasNextPage } totalCount
  } }`;

/** 250 listings: province, category and grade go round; amounts rise by 1,000 CNY, due days by a day. */
const LISTINGS = `
  WITH made AS (
    INSERT INTO cases (id, number, creditor_id, external_ref, state, category, service_line, region_code, debtor_kind,
      debtor_masked_name, debtor_sealed, principal_fen, penalty_fen, paid_fen, outstanding_fen, due_on,
      limitation_expires_on, evidence_bps, score, grade, commission_bps, listed_at)
    SELECT gen_random_uuid(), 'HALL-' || i, $1, 'secret-' || i, 'listed',
      (ARRAY['commercial_receivable','credit_card'])[1 + i % 2], 'agency_dunning', (ARRAY['440305','110105','310000'])[1 + i % 3],
      'enterprise', 'secret', '\\x00', i * 100000, 0, 0, i * 100000, current_date - i, '2040-01-01', i * 10, i % 100,
      (ARRAY['A','B','C','D','E'])[1 + i % 5], 500 + i, now() - i * interval '1 minute'
    FROM generate_series(1, 250) i RETURNING *
  )
  INSERT INTO hall_listings
  SELECT id, creditor_id, category, service_line, substr(region_code, 1, 2) || '0000', region_code, debtor_kind,
    outstanding_fen, due_on, commission_bps, evidence_bps, score, grade, listed_at FROM made`;

describe('looking around the hall', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Answer;
  let agency: Answer;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_hall_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    creditor = await registered('creditor');
    agency = await registered('agency');
    await approve(agency['organisationId'], 'agency');
    await asOwner(database, LISTINGS, [creditor['organisationId']]);
  });
  afterAll(() => app.close());

  async function registered(kind: string): Promise<Answer> {
    const input = {
      kind,
      organisationName: `Hall ${kind}`,
      email: `${kind}.${process.pid}@hall.example`,
      name: 'Lin Mei',
      password: 'tulip-anvil-62',
    };
    const query = `mutation ($input: RegisterInput!) { register(input: $input) { ... on Session { accessToken } } }`;
    const token = (await app.graphql(query, { input })).data?.['register'].accessToken as string;
    const [row] = await asOwner<{ id: string }>(database, 'SELECT id FROM organisations WHERE name = $1', [
      input.organisationName,
    ]);
    return { token, organisationId: row?.id };
  }

  async function approve(organisationId: string, kind: string): Promise<void> {
    await asOwner(
      database,
      `INSERT INTO verification_applications (id, organisation_id, organisation_kind, state, facts_sealed, credit_code_index,
         submission, submitted_at, decided_at, valid_until)
       VALUES (gen_random_uuid(), $1::uuid, $2, 'approved', '\\x00', decode(md5($1::text), 'hex'), 1, now(), now(), '2099-01-01')`,
      [organisationId, kind],
    );
  }

  async function hall(who: Answer, variables: Answer): Promise<Answer> {
    const answer = await app.graphql(HALL, variables, who['token']);
    if (!answer.data?.['hall'])
      throw new Error(answer.errors?.map((e) => `${e.extensions['code']} ${e.extensions['path']}`).join());
    return answer.data['hall'];
  }

  async function everything(variables: Answer): Promise<Answer[]> {
    const found: Answer[] = [];
    for (let after: string | null = null; ; ) {
      const page: Answer = await hall(agency, { first: 40, after, ...variables });
      found.push(...page['nodes']);
      if (!page['pageInfo'].hasNextPage) return found;
      after = page['pageInfo'].endCursor;
    }
  }

  it.each([
    ['NEWEST', 'listedAt', -1],
    ['OLDEST', 'listedAt', 1],
    ['AMOUNT_DESC', 'amountFen', -1],
    ['AMOUNT_ASC', 'amountFen', 1],
    ['COMMISSION_DESC', 'commissionBps', -1],
    ['SCORE_DESC', 'score', -1],
    ['OVERDUE_LONGEST', 'monthsOverdue', -1],
    ['OVERDUE_SHORTEST', 'monthsOverdue', 1],
  ])('goes through all of it once in the order %s', async (sort, field, direction) => {
    const all = await everything({ sort });
    expect(new Set(all.map((one) => one['id'])).size).toBe(250);
    const keys = all.map((one) => (field === 'amountFen' ? BigInt(one[field]) : one[field]));
    const inOrder = keys.slice(1).every((key, i) => (direction > 0 ? key >= keys[i] : key <= keys[i]));
    expect(inOrder).toBe(true);
  });

  it('filters by everything at once, also what is rare along the order, and counts it', async () => {
    const filter = { provinces: ['440000'], categories: ['credit_card'], grades: ['A'], minAmountFen: '5000000' };
    const page = await hall(agency, { first: 5, filter, sort: 'AMOUNT_ASC' });
    expect(page).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    expect(page['nodes'].map((one: Answer) => one['amountFen'])).toEqual([
      '7500000',
      '10500000',
      '13500000',
      '16500000',
      '19500000',
    ]);
    expect(await everything({ filter })).toHaveLength(6);
    expect(await everything({ filter: { regionPrefix: '440300' } })).toHaveLength(83);
    expect((await hall(agency, { first: 1 }))['totalCount']).toBe(250);
  });

  it('says nothing of creditor and debtor, and to a creditor no exact amount', async () => {
    const seen = await hall(creditor, { first: 100, filter: { amountBands: ['from_50k_to_200k'] } });
    expect(seen['totalCount']).toBe(150);
    expect(
      seen['nodes'].every((one: Answer) => one['amountFen'] === null && one['amountBand'] === 'from_50k_to_200k'),
    ).toBe(true);
    expect(JSON.stringify(await hall(agency, { first: 100 }))).not.toMatch(/secret|HALL-/);
    await expect(hall(creditor, { first: 1, sort: 'AMOUNT_DESC' })).rejects.toThrow('INVALID_INPUT sort');
    await expect(hall(creditor, { first: 1, filter: { maxAmountFen: '1' } })).rejects.toThrow(
      'INVALID_INPUT filter.maxAmountFen',
    );
  });

  it('is closed to strangers and to providers that are not verified', async () => {
    const unverified = await registered('law_firm');
    await expect(hall(unverified, { first: 1 })).rejects.toThrow('ORGANISATION_NOT_VERIFIED');
    await approve(unverified['organisationId'], 'law_firm');
    expect((await hall(unverified, { first: 1 }))['nodes']).toHaveLength(1);
    await expect(hall({}, { first: 1 })).rejects.toThrow('UNAUTHENTICATED');
  });

  it('answers a crowd with the same page, asked before and after it is compiled', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, () => hall(agency, { first: 20 })));
    for (const page of pages) expect(page).toEqual(pages[0]);
  });

  it('refuses a page, a cursor or a filter that cannot be', async () => {
    const { pageInfo, edges } = await hall(agency, { first: 2 });
    expect(edges[1].cursor).toBe(pageInfo.endCursor);
    await expect(hall(agency, { first: 101 })).rejects.toThrow('INVALID_INPUT first');
    await expect(hall(agency, { first: 1, after: 'x' })).rejects.toThrow('INVALID_INPUT after');
    await expect(hall(agency, { first: 1, after: pageInfo.endCursor, sort: 'OLDEST' })).rejects.toThrow(
      'INVALID_INPUT after',
    );
    await expect(hall(agency, { first: 1, filter: { provinces: ['44'] } })).rejects.toThrow(
      'INVALID_INPUT filter.provinces',
    );
  });

  it('is the same for machines', async () => {
    const get = (query: string, who = agency) =>
      app.rest().get(`/v1/hall?${query}`).set('authorization', `Bearer ${who['token']}`);
    const { body } = await get('limit=3&sort=AMOUNT_DESC&grades=A,B&minMonthsOverdue=1').expect(200);
    expect(body).toMatchObject({
      hasMore: true,
      data: [{ amountFen: '25000000' }, { amountFen: '24600000' }, { amountFen: '24500000' }],
    });
    const next = await get(`limit=3&sort=AMOUNT_DESC&grades=A&grades=B&cursor=${body.nextCursor}`).expect(200);
    expect(next.body.data[0].amountFen).toBe('24100000');
    expect((await get('limit=3&grades=Z').expect(422)).body).toMatchObject({ code: 'INVALID_INPUT', path: 'grades' });
    expect((await get('cursor=x').expect(422)).body).toMatchObject({ code: 'INVALID_INPUT', path: 'cursor' });
    expect((await get('minAmountFen=5', creditor).expect(422)).body).toMatchObject({ path: 'minAmountFen' });
  });
});
