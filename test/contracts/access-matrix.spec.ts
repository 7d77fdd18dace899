import { type AccessRule, type Actor, type Role, rolesOf, SCOPES, type Scope } from '../../src/kernel/access/index.js';
import { ID_PREFIX, type IdKind, newId, publicId } from '../../src/kernel/index.js';
import { AccessMap } from '../../src/platform/access/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aClientToken,
  aMember,
  anApiKey,
  anOAuthClient,
  aPlatform,
  logIn,
  type Organisation,
} from '../support/builders.js';
import { asOwner, namedDatabase } from '../support/database.js';
import { type Call, callsOf, type Ids } from './matrix/calls.js';
import { lists } from './matrix/lists.js';
import { World } from './matrix/worlds.js';

type Kind = Organisation['kind'];
const KINDS: readonly Kind[] = ['creditor', 'agency', 'law_firm', 'platform'];
const CUSTOMERS = ['creditor', 'agency', 'law_firm'] as const;

/** Calls that end the session they come with: made last, each with a login of its own. */
const ENDS_SESSION = new Set(['Mutation.logout', 'Mutation.logoutEverywhere', 'POST /v1/auth/logout']);

/** What a stranger may be told besides NOT_FOUND and FORBIDDEN, and why that gives nothing away. */
const ALSO_HONEST: Record<string, readonly string[]> = {
  // The case stood in the hall for all to see; that it is gone is what every contender is told.
  'Mutation.grabCase': ['CASE_ALREADY_GRABBED'],
  'POST /v1/cases/:caseId/grab': ['CASE_ALREADY_GRABBED'],
  // The file is unknown to the asker: the same answer as for one that does not exist.
  'Mutation.addEvidence fileId': ['EVIDENCE_FILE_UNKNOWN'],
  'POST /v1/cases/:caseId/evidence body.fileId': ['EVIDENCE_FILE_UNKNOWN'],
  'Mutation.submitVerification input.documents.fileId': ['VERIFICATION_INCOMPLETE', 'WRONG_STATE'],
  'Mutation.saveVerificationDraft input.documents.fileId': ['VERIFICATION_INCOMPLETE', 'WRONG_STATE'],
};

/** What a well-formed read may come to: things, none, not there for this party, or not theirs to open yet. */
const READ_WELL = new Set(['DATA', 'EMPTY', 'NOT_FOUND', 'FORBIDDEN', 'DEBTOR_NOT_DISCLOSED']);

/** Which kind of thing an id argument names, where its name says so. */
const KIND_OF_NAME: Record<string, IdKind> = {
  caseId: 'case',
  grabId: 'grab',
  batchId: 'batch',
  fileId: 'file',
  voucherFileId: 'file',
  evidenceId: 'evidence',
  memberId: 'member',
  apiKeyId: 'apiKey',
  clientId: 'oauthClient',
  providerId: 'organisation',
  creditorId: 'organisation',
  organisationId: 'organisation',
  repaymentId: 'repayment',
  payoutId: 'payout',
};

/** Who may come in, said here a second time so that the guard's own idea of it is not what it is held to. */
function permits(rule: AccessRule, who: Actor): boolean {
  const kindFits = !rule.kinds || rule.kinds.some((kind) => kind === who.organisationKind);
  const roleFits = !rule.roles || rule.roles.some((role) => who.roles.includes(role));
  const scopeFits = Boolean(rule.scope) && who.scopes.includes(rule.scope as string);
  return kindFits && (who.kind === 'member' ? roleFits : scopeFits);
}

describe('who may do what', () => {
  let app: TestApp;
  let calls: Call[];
  let worlds: [World, World];
  let sandbox: World;
  const tokens = new Map<string, { token: string; email: string }>();
  const kinds = new Map<string, IdKind>();

  beforeAll(async () => {
    const database = await namedDatabase('recourse_matrix', { fresh: true });
    app = await testApp({ PROCESS: 'api' }, database);
    calls = callsOf(app.serving.app.get(AccessMap).entrances());
    worlds = [await World.of(app), await World.of(app)];
    sandbox = await World.inSandbox(app);
    const platform = await aPlatform(app);
    const organisations = [worlds[0].creditor, worlds[0].agency, worlds[0].lawFirm, platform];
    for (const organisation of organisations) {
      for (const role of rolesOf(organisation.kind)) {
        const { token, email } = role === 'owner' ? organisation.owner : await aMember(app, organisation, [role]);
        tokens.set(`${organisation.kind} ${role}`, { token, email });
      }
      const scopes = Object.entries(SCOPES).filter(([, scope]) =>
        (scope.kinds as readonly string[]).includes(organisation.kind),
      );
      const whole = await anApiKey(
        app,
        organisation,
        scopes.map(([name]) => name),
      );
      const bare = await anApiKey(app, organisation, ['self:read']);
      tokens.set(`${organisation.kind} key`, { token: whole.key, email: '' });
      tokens.set(`${organisation.kind} bare key`, { token: bare.key, email: '' });
      const names = scopes.map(([name]) => name);
      const client = await anOAuthClient(app, organisation, names);
      for (const scope of names) {
        const others = names.filter((name) => name !== scope);
        const only = await aClientToken(app, client, [scope]);
        tokens.set(`${organisation.kind} client with only ${scope}`, { token: only, email: '' });
        const without = await aClientToken(app, client, others);
        tokens.set(`${organisation.kind} client without ${scope}`, { token: without, email: '' });
      }
    }
    await findKinds();
  });
  afterAll(() => app?.close());
  afterEach(() => asOwner(app.database, 'DELETE FROM login_failures'));

  /** Asks, for each id argument whose name does not say, with something that is no id: the refusal names the kind. */
  async function findKinds(): Promise<void> {
    for (const call of calls) {
      for (const place of call.places) {
        const known = KIND_OF_NAME[place.split('.').pop()!];
        if (known) {
          kinds.set(`${call.entrance.name} ${place}`, known);
          continue;
        }
        const { answer } = await call.send(app, someoneAllowed(call), { [place]: 'nonsense' });
        const kind = /must be an? (\w+) id/.exec(answer)?.[1];
        if (!kind || !(kind in ID_PREFIX)) throw new Error(`what id is ${place} of ${call.entrance.name}? ${answer}`);
        kinds.set(`${call.entrance.name} ${place}`, kind as IdKind);
      }
    }
  }

  const organisationOf = (kind: (typeof CUSTOMERS)[number]): Organisation =>
    ({ creditor: worlds[1].creditor, agency: worlds[1].agency, law_firm: worlds[1].lawFirm })[kind];
  const ruleOf = ({ entrance }: Call): AccessRule => {
    if (entrance.access === undefined || entrance.access === 'public') return {};
    return entrance.access;
  };
  const guarded = () => calls.filter(({ entrance }) => entrance.access !== 'public');
  const actor = (kind: Kind, roles: Role[], scopes?: Scope[]) =>
    ({ kind: scopes ? 'api_key' : 'member', organisationKind: kind, roles, scopes: scopes ?? [] }) as unknown as Actor;

  function someoneAllowed(call: Call): string {
    for (const kind of KINDS) {
      for (const role of rolesOf(kind)) {
        if (permits(ruleOf(call), actor(kind, [role]))) return tokens.get(`${kind} ${role}`)!.token;
      }
    }
    throw new Error(`nobody may call ${call.entrance.name}`);
  }

  /** Ids that look right and stand for nothing. */
  function nothings(call: Call): Ids {
    const made = call.places.map((place) => {
      const kind = kinds.get(`${call.entrance.name} ${place}`)!;
      return [place, publicId(kind, newId(Date.now()))] as const;
    });
    return Object.fromEntries(made);
  }

  /**
   * What leaks when somebody of this kind, whose own things are `own`, names each id of `theirs` in turn. Strict: not even
   * what a contender may be told, because the case never stood in their hall.
   */
  async function strangerIn(theirs: World, own: World, kind: Kind, strict = false) {
    const wrong: string[] = [];
    let tried = 0;
    for (const call of guarded()) {
      const role = rolesOf(kind).find((one) => permits(ruleOf(call), actor(kind, [one])));
      if (!role || call.places.length === 0) continue;
      if (kind !== 'platform' && !permits(ruleOf(call), actor(kind, ['owner'])))
        throw new Error(`${call.entrance.name} is closed to owners`);
      const token = kind === 'platform' ? tokens.get(`platform ${role}`)!.token : own.ownerOf(kind).token;
      for (const foreign of call.places) {
        const ids: Record<string, string> = {};
        for (const place of call.places) {
          const world = place === foreign ? theirs : own;
          ids[place] = await world.idOf(kinds.get(`${call.entrance.name} ${place}`)!);
        }
        tried += 1;
        const { code, answer } = await call.send(app, token, ids);
        const honest = [
          'NOT_FOUND',
          'FORBIDDEN',
          ...(call.entrance.name.startsWith('Mutation') ? [] : ['EMPTY']),
          ...((!strict && ALSO_HONEST[call.entrance.name]) || []),
          ...(ALSO_HONEST[`${call.entrance.name} ${foreign}`] ?? []),
        ];
        if (!honest.includes(code)) wrong.push(`${call.entrance.name} with a foreign ${foreign}: ${code} ${answer}`);
      }
    }
    return { wrong, tried };
  }

  it('covers every entrance, each with a rule', () => {
    expect(calls.length).toBeGreaterThan(50);
    expect(calls.filter(({ entrance }) => entrance.access === undefined)).toEqual([]);
  });

  it('lets nobody in without a login, but where everybody may come', async () => {
    const wrong: string[] = [];
    for (const call of calls) {
      const { code, answer } = await call.send(app, undefined, nothings(call));
      const open = call.entrance.access === 'public';
      if ((code === 'UNAUTHENTICATED') === open || isFault(code)) wrong.push(`${call.entrance.name}: ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  it('believes no token that is not ours', async () => {
    const wrong: string[] = [];
    for (const call of guarded()) {
      const { code, answer } = await call.send(app, 'rk_live_00000000000000000000000000000000000000', nothings(call));
      if (code !== 'UNAUTHENTICATED') wrong.push(`${call.entrance.name}: ${answer}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(KINDS)(
    'forbids each role of a %s exactly what its rule does not permit',
    async (kind) => {
      const wrong: string[] = [];
      for (const call of guarded()) {
        if (ENDS_SESSION.has(call.entrance.name)) continue;
        for (const role of rolesOf(kind)) {
          const { token } = tokens.get(`${kind} ${role}`)!;
          const { code, answer } = await call.send(app, token, nothings(call));
          const allowed = permits(ruleOf(call), actor(kind, [role]));
          if ((code === 'FORBIDDEN') === allowed || code === 'UNAUTHENTICATED' || isFault(code)) {
            wrong.push(`${call.entrance.name} as ${role} (${allowed ? 'allowed' : 'not allowed'}): ${answer}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(KINDS)(
    'lets an API key of a %s do what its scopes say and nothing more',
    async (kind) => {
      const wrong: string[] = [];
      const scopes = Object.keys(SCOPES).filter((name) =>
        (SCOPES[name as Scope].kinds as readonly string[]).includes(kind),
      );
      for (const call of guarded()) {
        const { scope } = ruleOf(call);
        const bare = await call.send(app, tokens.get(`${kind} bare key`)!.token, nothings(call));
        const bareAllowed = permits(ruleOf(call), actor(kind, [], ['self:read']));
        if ((bare.code === 'FORBIDDEN') === bareAllowed)
          wrong.push(`${call.entrance.name} without ${scope}: ${bare.answer}`);
        const whole = await call.send(app, tokens.get(`${kind} key`)!.token, nothings(call));
        const allowed = permits(ruleOf(call), actor(kind, [], scopes as Scope[]));
        if ((whole.code === 'FORBIDDEN') === allowed || isFault(whole.code)) {
          wrong.push(`${call.entrance.name} with ${scope ?? 'no scope to have'}: ${whole.answer}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(KINDS)(
    'lets an OAuth client of a %s do with each scope what needs it, and without it tells which one that is',
    async (kind) => {
      const wrong: string[] = [];
      const tokenOf = (which: string) => tokens.get(`${kind} client ${which}`)!.token;
      for (const call of guarded()) {
        const { scope = 'self:read' } = ruleOf(call);
        const open = permits(ruleOf(call), actor(kind, [], [scope]));
        // Such as a member's right of the platform that its machines cannot be given.
        if (!tokens.has(`${kind} client with only ${scope}`)) continue;
        const only = await call.send(app, tokenOf(`with only ${scope}`), nothings(call));
        if ((only.code === 'FORBIDDEN') === open || isFault(only.code)) {
          wrong.push(`${call.entrance.name} with only ${scope}: ${only.answer}`);
        }
        if (scope === 'self:read') continue;
        const without = await call.send(app, tokenOf(`without ${scope}`), nothings(call));
        const told = without.answer.includes(`"requiredScope":"${scope}"`);
        if (without.code !== 'FORBIDDEN' || told !== open) {
          wrong.push(`${call.entrance.name} without ${scope}: ${without.answer}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('lists the fields that have a scope of their own, each one a scope that somebody can have', () => {
    const fields = app.serving.app.get(AccessMap).fields();
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['Case.contractNumber', 'Debtor.phone']));
    for (const { name, access } of fields) expect(`${name} ${access.scope in SCOPES}`).toBe(`${name} true`);
  });

  it.each(CUSTOMERS)(
    'answers the reads of a %s when it asks for the least',
    async (kind) => {
      const wrong: string[] = [];
      const reads = guarded().filter(({ entrance }) => /^(Query\.|GET )/.test(entrance.name));
      for (const call of reads.filter((one) => permits(ruleOf(one), actor(kind, ['owner'])))) {
        const ids: Record<string, string> = {};
        for (const place of call.places) {
          const thing = kinds.get(`${call.entrance.name} ${place}`)!;
          ids[place] = thing === 'organisation' ? organisationOf(kind).id : await worlds[1].idOf(thing);
        }
        const { code, answer } = await call.send(app, organisationOf(kind).owner.token, ids);
        if (!READ_WELL.has(code)) wrong.push(`${call.entrance.name}: ${answer}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(CUSTOMERS)(
    'shows a %s nothing of another tenant, whichever id it names',
    async (kind) => {
      const [theirs, own] = worlds;
      const { wrong, tried } = await strangerIn(theirs, own, kind);
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(10);
    },
    120_000,
  );

  it.each(KINDS)(
    'shows a live %s nothing of a sandbox, whichever id it names',
    async (kind) => {
      const { wrong, tried } = await strangerIn(sandbox, worlds[1], kind, true);
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(10);
    },
    120_000,
  );

  it.each(CUSTOMERS)(
    'shows a test %s nothing live, whichever id it names',
    async (kind) => {
      const { wrong, tried } = await strangerIn(worlds[0], sandbox, kind, true);
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(10);
    },
    120_000,
  );

  it('lists nothing of a sandbox to anybody live, and nothing live to anybody in it', async () => {
    for (const world of [worlds[1], sandbox]) await world.fill();
    const [live, tested] = [await worlds[1].ids(), await sandbox.ids()];
    const wrong: string[] = [];
    let listed = 0;
    const look = async (who: string, token: string, own: string[], foreign: string[]) => {
      for (const list of lists()) {
        const answer = await list.ask(app, token);
        if (own.some((id) => answer.includes(id))) listed += 1;
        for (const id of foreign.filter((one) => answer.includes(one))) wrong.push(`${list.name} shows ${who} ${id}`);
      }
    };
    for (const kind of CUSTOMERS) {
      await look(`a live ${kind}`, worlds[1].ownerOf(kind).token, live, tested);
      await look(`a test ${kind}`, sandbox.ownerOf(kind).token, tested, live);
    }
    for (const role of rolesOf('platform')) {
      await look(`the platform's ${role}`, tokens.get(`platform ${role}`)!.token, live, tested);
    }
    expect(wrong).toEqual([]);
    expect(listed).toBeGreaterThan(20);
  });

  it('ends the session of whoever leaves, and of nobody else', async () => {
    for (const call of calls.filter(({ entrance }) => ENDS_SESSION.has(entrance.name))) {
      for (const kind of KINDS) {
        for (const role of rolesOf(kind)) {
          const { email } = tokens.get(`${kind} ${role}`)!;
          const session = await logIn(app, email);
          expect((await call.send(app, session['accessToken'], {})).code).toBe('DATA');
          expect((await call.send(app, session['accessToken'], {})).code).toBe('UNAUTHENTICATED');
        }
      }
    }
  });

  function isFault(code: string): boolean {
    return (
      code.startsWith('INTERNAL') ||
      /^HTTP 5/.test(code) ||
      code === 'GRAPHQL_VALIDATION_FAILED' ||
      code === 'BAD_USER_INPUT'
    );
  }
});
