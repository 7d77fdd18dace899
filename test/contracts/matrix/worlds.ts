import type { IdKind } from '../../../src/kernel/index.js';
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
  aPlatform,
  aReportedRepayment,
  type Organisation,
  type Person,
} from '../../support/builders.js';
import { ask, done } from '../../support/client.js';
import { asOwner } from '../../support/database.js';
import { daysAgo, sampleDebt } from '../../support/samples.js';

/** One creditor, one agency and one law firm that do business with each other, and everything they own. */
export class World {
  private readonly made = new Map<IdKind, Promise<string>>();

  private constructor(
    private readonly app: TestApp,
    readonly creditor: Organisation,
    readonly agency: Organisation,
    readonly lawFirm: Organisation,
  ) {}

  static async of(app: TestApp): Promise<World> {
    const [creditor, agency, lawFirm] = await Promise.all([aCreditor(app), anAgency(app), aLawFirm(app)]);
    return new World(app, creditor, agency, lawFirm);
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

type Maker = (app: TestApp, world: World) => Promise<string>;

const MAKERS: Partial<Record<IdKind, Maker>> = {
  organisation: async (_, world) => world.agency.id,
  member: async (app, world) => (await aMember(app, world.creditor, ['viewer'])).memberId,
  apiKey: async (app, world) => (await anApiKey(app, world.creditor, ['self:read'])).id,
  case: (app, world) => aListedCase(app, world.creditor),
  file: (app, world) => aFile(app, world.creditor.owner),
  application: async (app, world) => (await ask(app, 'myVerification', {}, 'id', world.creditor.owner.token))['id'],
  grab: async (app, world) => aGrab(app, world.agency, await world.idOf('case')),
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
  activity: async (app, world) => {
    const input = { grabId: await world.idOf('grab'), kind: 'call', outcome: 'not_reached', note: 'nobody there' };
    const { token } = world.agency.owner;
    return (
      await done(app, 'logActivity', { input: ['LogActivityInput!', input] }, '... on Activity { id }', { token })
    )['id'];
  },
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
    const { finance } = await aPlatform(app);
    const caseId = await world.idOf('case');
    const voucher = { amountFen: '100000', paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor', caseId };
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
