import { type IdKind, newId, parsePublicId, publicId } from '../../../src/kernel/index.js';
import type { TestApp } from '../../support/app.js';
import {
  aCreditor,
  aFile,
  aGrab,
  aLawFirm,
  aListedCase,
  aMember,
  anAgency,
  anApiKey,
  anOAuthClient,
  aPlatform,
  aReportedRepayment,
  logIn,
  type Organisation,
  PASSWORD,
  type Person,
} from '../../support/builders.js';
import { type Answer, ask, done } from '../../support/client.js';
import { asOwner } from '../../support/database.js';
import { daysAgo, sampleDebt } from '../../support/samples.js';

/** One creditor, one agency and one law firm that do business with each other, and everything they own. */
export class World {
  private readonly made = new Map<IdKind, Promise<string>>();
  private readonly more: string[] = [];

  private constructor(
    private readonly app: TestApp,
    readonly creditor: Organisation,
    readonly agency: Organisation,
    readonly lawFirm: Organisation,
    readonly isSandbox = false,
  ) {}

  static async of(app: TestApp): Promise<World> {
    const [creditor, agency, lawFirm] = await Promise.all([aCreditor(app), anAgency(app), aLawFirm(app)]);
    return new World(app, creditor, agency, lawFirm);
  }

  /** The same in a sandbox: its organisations with owners who log in like anybody. */
  static async inSandbox(app: TestApp): Promise<World> {
    const live = await aCreditor(app);
    const made = await aSandboxOf(app, live, { password: PASSWORD });
    const organisations = made['accounts'].map(async ({ organisation, email }: Answer): Promise<Organisation> => {
      const session = await logIn(app, email);
      const owner = { email, memberId: session['memberId'], token: session['accessToken'] };
      return { kind: organisation.kind, id: organisation.id, name: organisation.name, owner };
    });
    const [creditor, agency, lawFirm] = (await Promise.all(organisations)) as [
      Organisation,
      Organisation,
      Organisation,
    ];
    const world = new World(app, creditor, agency, lawFirm, true);
    world.made.set('sandbox', Promise.resolve(made['sandbox'].id));
    return world;
  }

  /** Makes one of everything, and what waits: in the hall, for a reviewer of cases, for one of applications. */
  async fill(): Promise<void> {
    for (const kind of Object.keys(MAKERS) as IdKind[]) await this.idOf(kind);
    const token = this.creditor.owner.token;
    this.more.push(await aListedCase(this.app, this.creditor));
    const doubtful = { category: 'private_loan', legalOrigin: 'other', evidence: ['loan_note', 'payment_record'] };
    const input = ['PostCaseInput!', sampleDebt(doubtful)] as const;
    this.more.push((await done(this.app, 'postCase', { input }, '... on Case { id }', { token }))['id']);
  }

  /** Every id that was made in this world so far. */
  async ids(): Promise<string[]> {
    const organisations = [this.creditor.id, this.agency.id, this.lawFirm.id];
    return [...organisations, ...this.more, ...(await Promise.all(this.made.values()))];
  }

  ownerOf(kind: 'creditor' | 'agency' | 'law_firm'): Person {
    return { creditor: this.creditor, agency: this.agency, law_firm: this.lawFirm }[kind].owner;
  }

  /** The id of this world's thing of a kind, made when it is first asked for. */
  idOf(kind: IdKind): Promise<string> {
    const known = this.made.get(kind);
    if (known) return known;
    const make = MAKERS[kind];
    if (!make) throw new Error(`there is no ${kind} in a world: teach test/contracts/matrix/worlds.ts to make one`);
    const made = make(this.app, this);
    this.made.set(kind, made);
    return made;
  }
}

export function aSandboxOf(app: TestApp, owner: Organisation, input: Record<string, unknown> = {}): Promise<Answer> {
  const fields = '... on SandboxCreated { sandbox { id } accounts { email key organisation { id kind name } } }';
  return done(app, 'createSandbox', { input: ['CreateSandboxInput!', input] }, fields, { token: owner.owner.token });
}

/** Nobody of the live platform can pay out in a sandbox, and its own platform has no people. */
async function aPayoutBehindTheApi(app: TestApp, { agency }: World): Promise<string> {
  const id = newId(Date.now());
  const params = [id, parsePublicId('organisation', agency.id), parsePublicId('member', agency.owner.memberId)];
  await asOwner(
    app.database,
    `INSERT INTO payouts (id, provider_id, amount_fen, state, needs_approval, created_by) VALUES ($1, $2, 100, 'due', false, $3)`,
    params,
  );
  return publicId('payout', id);
}

type Maker = (app: TestApp, world: World) => Promise<string>;

const MAKERS: Partial<Record<IdKind, Maker>> = {
  organisation: async (_, world) => world.agency.id,
  member: async (app, world) => (await aMember(app, world.creditor, ['viewer'])).memberId,
  apiKey: async (app, world) => (await anApiKey(app, world.creditor, ['self:read'])).id,
  oauthClient: async (app, world) => (await anOAuthClient(app, world.creditor, ['self:read'])).id,
  case: (app, world) => aListedCase(app, world.creditor),
  file: (app, world) => aFile(app, world.creditor.owner),
  application: async (app, world) => (await ask(app, 'myVerification', {}, 'id', world.creditor.owner.token))['id'],
  grab: async (app, world) => aGrab(app, world.agency, await world.idOf('case')),
  lineChange: async (app, world) => {
    await world.idOf('grab');
    const caseId = ['ID!', await world.idOf('case')] as const;
    const line = ['DebtLineInput!', { kind: 'other', principalFen: '1000', dueOn: daysAgo(100) }] as const;
    const { token } = world.creditor.owner;
    return (await done(app, 'addCaseLine', { caseId, line }, '... on CaseLineChange { id }', { token }))['id'];
  },
  evidence: async (app, world) => {
    const args = {
      caseId: ['ID!', await world.idOf('case')],
      kind: ['EvidenceKind!', 'contract'],
      fileId: ['ID!', await aFile(app, world.creditor.owner, 'evidence')],
    } as const;
    const { token } = world.creditor.owner;
    await done(app, 'addEvidence', args, '', { token });
    const [first] = (await ask(app, 'caseEvidence', { caseId: args.caseId }, 'id', token)) as unknown as {
      id: string;
    }[];
    return first!.id;
  },
  batch: async (app, world) => {
    const answer = await app
      .rest()
      .post('/v1/case-batches')
      .set('authorization', `Bearer ${world.creditor.owner.token}`)
      .send({ rows: [sampleDebt()] });
    if (answer.status !== 202) throw new Error(`batch: ${answer.status} ${answer.text}`);
    return answer.body.id;
  },
  erpConnection: async (app, world) => {
    const input = { kind: 'ubl', name: 'Files' };
    const { token } = world.creditor.owner;
    const made = { input: ['CreateErpConnectionInput!', input] as const };
    return (await done(app, 'createErpConnection', made, '... on ErpConnection { id }', { token }))['id'];
  },
  activity: async (app, world) => {
    const input = { grabId: await world.idOf('grab'), kind: 'call', outcome: 'not_reached', note: 'nobody there' };
    const { token } = world.agency.owner;
    return (
      await done(app, 'logActivity', { input: ['LogActivityInput!', input] }, '... on Activity { id }', { token })
    )['id'];
  },
  sandbox: async (app, world) => (await aSandboxOf(app, world.creditor))['sandbox'].id,
  webhookEndpoint: async (app, world) => {
    const input = { url: 'https://93.184.215.14/hooks', types: ['case.closed'] };
    const made = await done(
      app,
      'createWebhookEndpoint',
      { input: ['CreateWebhookEndpointInput!', input] },
      '... on WebhookEndpointWithSecret { endpoint { id } }',
      { token: world.creditor.owner.token },
    );
    return made['endpoint'].id;
  },
  webhookDelivery: async (app, world) => {
    const endpointId = ['ID!', await world.idOf('webhookEndpoint')] as const;
    const { token } = world.creditor.owner;
    return (await done(app, 'sendTestWebhook', { endpointId }, '... on WebhookDelivery { id }', { token }))['id'];
  },
  webhookReplay: async (app, world) => {
    const endpointId = ['ID!', await world.idOf('webhookEndpoint')] as const;
    const input = ['ReplayWebhooksInput!', { since: new Date(Date.now() - 60_000).toISOString() }] as const;
    const { token } = world.creditor.owner;
    return (await done(app, 'replayWebhooks', { endpointId, input }, '... on WebhookReplay { id }', { token }))['id'];
  },
  repayment: async (app, world) => aReportedRepayment(app, world.agency, await world.idOf('grab')),
  payout: async (app, world) => {
    if (world.isSandbox) return aPayoutBehindTheApi(app, world);
    const { finance } = await aPlatform(app);
    const caseId = await world.idOf('case');
    const voucher = { amountFen: '110000', paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor', caseId };
    await world.idOf('grab');
    const { token } = world.creditor.owner;
    await done(app, 'reportRepayment', { input: ['ReportRepaymentInput!', voucher] }, '', { token });
    // Commissions are held for some days before they are paid out.
    await asOwner(app.database, `UPDATE commissions SET billable_at = now() - interval '1 second'`);
    const input = { providerId: world.agency.id };
    const made = await done(app, 'createPayout', { input: ['CreatePayoutInput!', input] }, '... on Payout { id }', {
      token: finance.token,
    });
    return made['id'];
  },
};
