import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { breachesIn } from '../../src/commands/laws.js';
import { rolesOf } from '../../src/kernel/access/index.js';
import { AccessMap } from '../../src/platform/access/index.js';
import { World } from '../contracts/matrix/worlds.js';
import { type TestApp, testApp } from '../support/app.js';
import { aPlatform, type Platform } from '../support/builders.js';
import { namedDatabase, type TestDatabase } from '../support/database.js';
import { BROKEN, FORMULAS, NAUGHTY, ODD_HEADERS, STRANGE } from './naughty.js';
import { type Path, placesOf, type Shape, seeded, shapes, withAt } from './shapes.js';

/** A few of each in the suite, the same ones each time; all of them with `HOSTILE_WHOLE=1`. */
const WHOLE = Boolean(process.env['HOSTILE_WHOLE']);
const AT_ONCE = 6;

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What would take the world away from those who come after. */
const ENDS =
  /logout|changePassword|requestPasswordReset|deactivate|revoke(?!Grab)|deleteSandbox|removeMember|setMemberRoles|changeMember|suspend|acceptInvitation|inviteMember|register|login|refresh|auth\//i;

describe('hostile values', () => {
  let app: TestApp;
  let database: TestDatabase;
  let world: World;
  let platform: Platform;
  let all: Shape[];
  const ids = new Map<string, string>();
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * AT_ONCE });

  beforeAll(async () => {
    database = await namedDatabase('recourse_bodies', { fresh: true });
    app = await testApp({ LOG_LEVEL: 'fatal' }, database);
    world = await World.of(app);
    platform = await aPlatform(app);
    for (const kind of [
      'case',
      'grab',
      'file',
      'evidence',
      'batch',
      'erpConnection',
      'repayment',
      'webhookEndpoint',
    ] as const) {
      ids.set(kind, await world.idOf(kind));
    }
    all = shapes(
      (name) =>
        ids.get(name.replace(/Id$/, '')) ??
        {
          voucherFileId: ids.get('file'),
          endpointId: ids.get('webhookEndpoint'),
          connectionId: ids.get('erpConnection'),
          providerId: world.agency.id,
          organisationId: world.creditor.id,
        }[name],
    ).filter(({ name }) => !ENDS.test(name));
  });
  afterAll(async () => {
    agent.destroy();
    await app?.close();
  });

  function send(
    { method, path, body }: { method: string; path: string; body?: string },
    headers: Record<string, string>,
  ): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, app.url), { method, headers, agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          resolve({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(chunks).toString() });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Somebody who may. */
  const tokens = new Map<string, string>();
  function tokenFor(shape: Shape): string {
    const known = tokens.get(shape.name);
    if (known) return known;
    const entrance = app.serving.app
      .get(AccessMap)
      .entrances()
      .find(({ name }) => name === shape.name);
    const rule = typeof entrance?.access === 'object' ? entrance.access : {};
    const fits = (kind: 'creditor' | 'agency' | 'platform') => !rule.kinds || rule.kinds.includes(kind);
    const role = rolesOf('platform').find((one) => rule.roles?.includes(one));
    const staff = { reviewer: platform.reviewer, finance: platform.finance, risk: platform.risk }[role as string];
    const who = fits('creditor')
      ? world.creditor.owner
      : fits('agency')
        ? world.agency.owner
        : (staff ?? platform.owner);
    tokens.set(shape.name, who.token);
    return who.token;
  }
  const headersFor = (shape: Shape) => ({
    authorization: `Bearer ${tokenFor(shape)}`,
    'content-type': 'application/json',
  });

  /** What no answer may be, whatever was sent. */
  function faultOf(what: string, { status, headers, text }: Answered): string[] {
    const wrong = [
      ...(status >= 500 ? [`HTTP ${status}`] : []),
      ...(/INTERNAL/.test(text.slice(0, 2_000)) && /"code":"INTERNAL/.test(text) ? ['INTERNAL'] : []),
      ...(/html/.test(headers['content-type'] ?? '') ? ['a page'] : []),
      ...('x-injected' in headers || headers['set-cookie'] ? ['a header of the caller'] : []),
      ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['no nosniff']),
      ...(/node_modules|\bat \w+ \(.*:\d+:\d+\)|QueryFailed|syntax error at or near/.test(text) ? ['our inside'] : []),
      ...(({} as Record<string, unknown>)['isAdmin'] ? ['a polluted prototype'] : []),
    ];
    return wrong.map((one) => `${what}: ${one}: ${text.slice(0, 300)}`);
  }

  async function faultsOf<T>(things: readonly T[], ask: (thing: T) => Promise<string[]>): Promise<string[]> {
    const faults: string[] = [];
    const left = things.values();
    const walk = async () => {
      for (const thing of left) faults.push(...(await ask(thing)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walk));
    return faults;
  }

  const lot = <T>(things: readonly T[], count: number, random: () => number): T[] =>
    WHOLE ? [...things] : Array.from({ length: count }, () => things[Math.floor(random() * things.length)]!);
  const valueAt = (shape: Shape, path: Path, value: unknown) => shape.request(withAt(shape.make(), path, value));

  it('of wrong types, depths and sizes in any place are mistakes of the caller', async () => {
    const random = seeded(1);
    const tries = all.flatMap((shape) => {
      const places = placesOf(shape.make(), () => true).filter((path) => shape.face === 'rest' || path.length > 0);
      return lot(places, 5, random).flatMap((path) => lot(STRANGE, 3, random).map((value) => ({ shape, path, value })));
    });
    expect(tries.length).toBeGreaterThan(1_000);
    const faults = await faultsOf(tries, async ({ shape, path, value }) => {
      const answer = await send(valueAt(shape, path, value), headersFor(shape));
      return faultOf(`${shape.name} ${path.join('.')} = ${JSON.stringify(value)?.slice(0, 80)}`, answer);
    });
    expect(faults).toEqual([]);
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  it('that are no JSON, or JSON of two readings, or come with headers that do not fit, are too', async () => {
    const random = seeded(2);
    const tries = all.flatMap((shape) => [
      ...lot(BROKEN, 6, random).map((body) => ({ shape, body, more: {} })),
      ...lot(ODD_HEADERS, 5, random).map((more) => ({ shape, body: undefined, more })),
      { shape, body: JSON.stringify({ ...shape.make(), unknownField: 1 }), more: {} },
    ]);
    const faults = await faultsOf(tries, async ({ shape, body, more }) => {
      const whole = shape.request(shape.make());
      const answer = await send({ ...whole, body: body ?? whole.body! }, { ...headersFor(shape), ...more });
      return faultOf(`${shape.name} ${body?.slice(0, 60)} ${JSON.stringify(more).slice(0, 100)}`, answer);
    });
    expect(faults).toEqual([]);
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  it('of every text are kept, or refused, and nothing else comes of them', async () => {
    const random = seeded(3);
    const strings = [...NAUGHTY, ...FORMULAS];
    const tries = all.flatMap((shape) => {
      const places = placesOf(shape.make(), (leaf) => typeof leaf === 'string');
      return places.flatMap((path) => lot(strings, 5, random).map((value) => ({ shape, path, value })));
    });
    expect(tries.length).toBeGreaterThan(1_500);
    let kept = 0;
    const faults = await faultsOf(tries, async ({ shape, path, value }) => {
      const answer = await send(valueAt(shape, path, value), headersFor(shape));
      if (answer.status < 300 && !/"(errors|__typename":"\w*(Refusal|Refused))/.test(answer.text)) kept += 1;
      return faultOf(`${shape.name} ${path.join('.')} = ${JSON.stringify(value).slice(0, 80)}`, answer);
    });
    expect(faults).toEqual([]);
    expect(kept).toBeGreaterThan(100);
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  it('in a path or a query are answered without a page, a header or a fault', async () => {
    const paths = [
      '/v1/cases/',
      '/v1/files/',
      '/v1/errors/',
      '/v1/grabs/',
      '/v1/case-batches/',
      '/v1/statements/',
      '/',
      '/graphql/',
      '/console/',
      '/reference/',
    ];
    const queries = [
      '/v1/cases?limit=',
      '/v1/cases?cursor=',
      '/v1/hall/cases?sort=',
      '/v1/cases?externalRef=',
      '/v1/exports/cases?format=',
      '/v1/errors?lang=',
      '/v1/events?types=',
    ];
    const tries = [...paths, ...queries].flatMap((start) =>
      NAUGHTY.filter((one) => one.length < 3_000).map((one) => start + safely(one)),
    );
    const faults = await faultsOf(tries, async (path) => {
      const answer = await send(
        { method: 'GET', path },
        { authorization: `Bearer ${world.creditor.owner.token}`, accept: 'application/json' },
      );
      const page = /html/.test(answer.headers['content-type'] ?? '') && /^\/(console|reference|)\/?/.test(path);
      const kind = page ? { ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } } : answer;
      const reflected = page && /<script>alert|onerror=alert/.test(answer.text) ? [`${path}: reflected`] : [];
      return [...faultOf(path, kind), ...reflected];
    });
    expect(faults).toEqual([]);
  });
});

function safely(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ed%a0%80';
  }
}
