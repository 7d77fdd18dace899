import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aFile,
  aGrab,
  aListedCase,
  aMember,
  anAgency,
  anApiKey,
  aPlatform,
  aReportedRepayment,
  aSandbox,
  type Organisation,
  type Platform,
  verified,
} from '../support/builders.js';
import { type Answer, ask, done } from '../support/client.js';

describe('judging a payment', () => {
  let app: TestApp;
  let platform: Platform;
  let creditor: Organisation;
  let agency: Organisation;
  let repaymentId: string;
  let fileId: string;

  beforeAll(async () => {
    app = await testApp();
    [platform, creditor, agency] = await Promise.all([aPlatform(app), aCreditor(app), anAgency(app)]);
    const grabId = await aGrab(app, agency, await aListedCase(app, creditor));
    repaymentId = await aReportedRepayment(app, agency, grabId);
    fileId = (await ask(app, 'repayment', { id: ['ID!', repaymentId] }, 'voucherFileId', creditor.owner.token))[
      'voucherFileId'
    ];
  });
  afterAll(() => app?.close());

  const open = async (token: string, id = fileId) =>
    (await app.rest().get(`/v1/files/${id}`).set('authorization', `Bearer ${token}`)).status;

  it('opens the voucher to whoever has to judge it', async () => {
    const finance = await aMember(app, creditor, ['finance']);
    for (const { token } of [creditor.owner, finance, agency.owner, platform.finance, platform.owner, platform.risk]) {
      expect(await open(token)).toBe(200);
    }
    const { key } = await anApiKey(app, creditor, ['files:read', 'repayments:read']);
    expect(await open(key)).toBe(200);
  });

  it('opens it to nobody else: not to reviewers, other parties, other worlds or keys that see no repayments', async () => {
    const [otherCreditor, otherAgency, world] = await Promise.all([
      aCreditor(app),
      anAgency(app),
      aSandbox(app, creditor),
    ]);
    const { key } = await anApiKey(app, creditor, ['files:read']);
    const { key: platformKey } = await anApiKey(app, platform, ['files:read', 'repayments:read']);
    const others = [
      platform.reviewer,
      otherCreditor.owner,
      otherAgency.owner,
      world.creditor.owner,
      world.agency.owner,
    ];
    for (const token of [...others.map((one) => one.token), key, platformKey]) expect(await open(token)).toBe(404);
    // A later holder of the case has nothing to do with what was paid to an earlier one.
    const firm = await verified(app, 'law_firm');
    expect(await open(firm.owner.token)).toBe(404);
    // Files that are no vouchers are read as before.
    const document = await aFile(app, agency.owner);
    expect([await open(platform.reviewer.token, document), await open(platform.finance.token, document)]).toEqual([
      200, 404,
    ]);
  });

  it('lists disputes by all that narrows them, the same through both faces', async () => {
    const other = await anAgency(app);
    const grabId = await aGrab(app, other, await aListedCase(app, creditor));
    const undisputed = await aReportedRepayment(app, other, grabId);
    const reason = { repaymentId: ['ID!', repaymentId], reason: ['String!', 'not on our account'] } as const;
    await done(app, 'disputeRepayment', reason, '... on Repayment { disputedAt }', { token: creditor.owner.token });
    const token = platform.finance.token;
    const byGraph = async (filter: Record<string, unknown>, as = token) => {
      const args = { first: ['Int!', 100], filter: ['RepaymentFilterInput', filter] } as const;
      return (await ask(app, 'repayments', args, 'nodes { id }', as))['nodes'].map(({ id }: Answer) => id);
    };
    const byRest = async (filter: Record<string, string>, as = token) => {
      const { body } = await app
        .rest()
        .get('/v1/repayments')
        .query({ limit: '100', ...filter })
        .set('authorization', `Bearer ${as}`);
      return body.data.map(({ id }: Answer) => id);
    };
    const providerId = agency.id;
    const creditorId = creditor.id;
    const [past, later] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)].map((at) =>
      at.toISOString(),
    );
    for (const disputed of [true, false]) {
      const found = disputed ? repaymentId : undisputed;
      const missing = disputed ? undisputed : repaymentId;
      for (const ids of [await byGraph({ disputed }), await byRest({ disputed: `${disputed}` })]) {
        expect(ids).toContain(found);
        expect(ids).not.toContain(missing);
      }
    }
    for (const look of [byGraph, byRest] as ((filter: Record<string, any>, as?: string) => Promise<string[]>)[]) {
      expect(await look({ providerId, state: 'reported' })).toEqual([repaymentId]);
      expect(await look({ creditorId, providerId: other.id })).toEqual([undisputed]);
      expect(await look({ creditorId, reportedBefore: past })).toEqual([]);
      expect((await look({ creditorId, reportedBefore: later })).sort()).toEqual([repaymentId, undisputed].sort());
      expect(await look({ providerId: other.id }, agency.owner.token)).toEqual([]);
    }
    const wrong = await app.rest().get('/v1/repayments?disputed=perhaps').set('authorization', `Bearer ${token}`);
    expect([wrong.status, wrong.body.path]).toEqual([422, 'disputed']);
  });
});
