import { setTimeout as sleep } from 'node:timers/promises';
import { Books, type Fate } from '../fakes/books.js';
import type { ErpServer } from '../fakes/erp-server.js';
import { ErpnextServer } from '../fakes/erpnext.js';
import { KingdeeServer } from '../fakes/kingdee.js';
import { OdooServer } from '../fakes/odoo.js';
import type { TestApp } from './app.js';
import type { Organisation } from './builders.js';
import { type Answer, ask, done } from './client.js';

/** One kind of ERP on this machine, and how its owner and its administrator handle it. */
export interface Erp {
  readonly kind: 'odoo' | 'erpnext' | 'kingdee';
  readonly books: Books;
  readonly server: ErpServer;
  readonly url: string;
  readonly credentials: Record<string, string>;
  /** What its administrator hands out after `revoke`. */
  readonly newCredentials: Record<string, string>;
  /** Documents in one page of ours. */
  readonly pageSize: number;
  /** Ends every session and takes the credentials back. */
  revoke(): void;
  /** What an ERP does to sessions by itself, where it has any. */
  expireSessions(): void;
}

export const ERP_KINDS = ['odoo', 'erpnext', 'kingdee'] as const;

export async function anErp(kind: Erp['kind'], name: string): Promise<Erp> {
  const books = new Books(name);
  const rest = { kind, books };
  if (kind === 'odoo') {
    const server = await new OdooServer(books).start();
    return {
      ...{ ...rest, server, url: server.url, pageSize: 500, expireSessions: () => undefined },
      credentials: { apiKey: 'key-one', database: 'harbour' },
      newCredentials: { apiKey: 'key-two', database: 'harbour' },
      revoke: () => {
        server.keys.clear();
        server.keys.add('key-two');
      },
    };
  }
  if (kind === 'erpnext') {
    const server = await new ErpnextServer(books).start();
    return {
      ...{ ...rest, server, url: server.url, pageSize: 500, expireSessions: () => undefined },
      credentials: { apiKey: 'key', apiSecret: 'secret' },
      newCredentials: { apiKey: 'key', apiSecret: 'secret-two' },
      revoke: () => {
        server.tokens.clear();
        server.tokens.add('key:secret-two');
      },
    };
  }
  const server = await new KingdeeServer(books).start();
  const account = { accountId: 'acct', username: 'integration', appId: 'app' };
  return {
    ...{ ...rest, server, url: `${server.url}/k3cloud/`, pageSize: 2_000 },
    credentials: { ...account, appSecret: 'app-secret' },
    newCredentials: { ...account, appSecret: 'app-secret-two' },
    expireSessions: () => server.sessions.clear(),
    revoke: () => {
      server.sessions.clear();
      server.secret = 'app-secret-two';
    },
  };
}

export const EVIDENCE = ['contract', 'invoice', 'delivery_note', 'reconciliation_statement'];
const CONNECTION = 'id state errorCode errorEn errorZh nextSyncAt lastSyncedAt baseUrl defaults intervalMinutes';
const RUN = 'id state trigger full documents counts faults errorCode finishedAt';

/** Connects an ERP; the first reading begins at once. Answers the connection's id. */
export async function connected(app: TestApp, creditor: Organisation, erp: Erp, referencePrefix = ''): Promise<string> {
  const input = {
    ...{ kind: erp.kind, name: 'Our books', baseUrl: erp.url, credentials: erp.credentials, intervalMinutes: 1_440 },
    defaults: { evidence: EVIDENCE, commissionBps: 2_000, referencePrefix },
  };
  const token = creditor.owner.token;
  const made = { input: ['CreateErpConnectionInput!', input] } as const;
  return (await done(app, 'createErpConnection', made, '... on ErpConnection { id }', { token }))['id'];
}

export function connectionOf(app: TestApp, creditor: Organisation, id: string): Promise<Answer> {
  return ask(app, 'erpConnection', { id: ['ID!', id] }, CONNECTION, creditor.owner.token);
}

/** Has it read now. Answers the run's id. */
export async function syncNow(app: TestApp, creditor: Organisation, id: string, full = false): Promise<string> {
  const args = { id: ['ID!', id], full: ['Boolean!', full] } as const;
  return (await done(app, 'syncErpConnection', args, '... on ErpSyncRun { id }', { token: creditor.owner.token }))[
    'id'
  ];
}

/** Waits until the newest run is over (and is this one, when one is named); answers it. */
export async function runOver(app: TestApp, creditor: Organisation, id: string, runId?: string): Promise<Answer> {
  const args = { connectionId: ['ID!', id], first: ['Int!', 1] } as const;
  for (;;) {
    const { nodes } = await ask(app, 'erpSyncRuns', args, `nodes { ${RUN} }`, creditor.owner.token);
    const [run] = nodes;
    if (run && run.state !== 'running' && (runId === undefined || run.id === runId)) return run;
    await sleep(100);
  }
}

/** The newest run as it stands. */
export async function newestRun(app: TestApp, creditor: Organisation, id: string): Promise<Answer> {
  const args = { connectionId: ['ID!', id], first: ['Int!', 1] } as const;
  return (await ask(app, 'erpSyncRuns', args, `nodes { ${RUN} }`, creditor.owner.token))['nodes'][0];
}

/** Every row of a connection, by the document's number (or key where it has none). */
export async function rowsOf(app: TestApp, creditor: Organisation, id: string): Promise<Map<string, Answer>> {
  const found = new Map<string, Answer>();
  for (let after: string | null = null; ; ) {
    const args = { connectionId: ['ID!', id], first: ['Int!', 100], after: ['String', after] } as const;
    const fields = `nodes { documentKey number outcome caseId recheckOn reasons { code field en zh } }
      pageInfo { endCursor hasNextPage }`;
    const page: Answer = await ask(app, 'erpSyncRows', args, fields, creditor.owner.token);
    for (const row of page['nodes']) found.set(row.number ?? row.documentKey, row);
    if (!page['pageInfo'].hasNextPage) return found;
    after = page['pageInfo'].endCursor;
  }
}

/** The outcome, or code of the reason, that each fate of the books must come to. */
export const COMES_TO: Record<Fate, string> = {
  case: 'admitted',
  settled: 'SKIPPED_SETTLED',
  draft: 'SKIPPED_UNAPPROVED',
  cancelled: 'SKIPPED_CANCELLED',
  credit_note: 'SKIPPED_CREDIT_NOTE',
  foreign: 'CURRENCY_UNSUPPORTED',
  not_due: 'SKIPPED_NOT_DUE',
  no_tax_number: 'SKIPPED_NO_DEBTOR_ID',
};
