import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import {
  Clock,
  invalid,
  NotFound,
  newId,
  orNotFound,
  type Page,
  type PageInput,
  WrongState,
} from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type DocumentDefaults, ErpFault, type ErpKind, type PulledKind } from '../erp/index.js';
import { CredentialsVault, isPulled } from './credentials-vault.js';
import { connectionLifecycle } from './erp-connection.lifecycle.js';
import { ErpConnectionOfOtherKind, TooManyErpConnections } from './erp-connection.refusals.js';
import { type ErpConnection, ErpConnectionRepository } from './erp-connection.repository.js';
import { SyncResults } from './sync-results.js';

const MAX_CONNECTIONS = 20;

export interface ConnectionInput {
  readonly kind: ErpKind;
  readonly name: string;
  /** Https and public; may have a path (`…/k3cloud`). */
  readonly baseUrl?: string | null;
  readonly credentials?: object | null;
  readonly intervalMinutes?: number | null;
  readonly defaults?: DocumentDefaults | null;
}
export type ConnectionUpdate = Partial<Omit<ConnectionInput, 'kind'>>;

/** The result of a test request; the code is one of `ERP_FAULTS`, null when it succeeded. */
export interface TestResult {
  readonly code: string | null;
  readonly newest: string | null;
}

/** A creditor's connections to its ERPs: created, changed, tested, paused and deleted. Runs are in SyncRuns. */
@Injectable()
export class ErpConnections {
  constructor(
    private readonly database: Database,
    private readonly connections: ErpConnectionRepository,
    private readonly results: SyncResults,
    private readonly vault: CredentialsVault,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The first run starts at once. */
  async create(actor: Actor, input: ConnectionInput): Promise<ErpConnection> {
    const { kind, name, intervalMinutes, defaults } = input;
    const id = newId(this.clock.millis());
    const credentialsSealed = isPulled(kind) ? this.vault.seal(id, kind, input.credentials ?? {}) : null;
    const baseUrl = this.vault.addressFor(kind, input.baseUrl ?? null);
    const creditorId = actor.organisationId;
    const made = { id, creditorId, sandboxId: actor.sandboxId, kind, name, baseUrl, credentialsSealed };
    return this.database.transaction(async (tx) => {
      await this.assertRoom(tx, creditorId);
      const rest = { intervalMinutes: intervalMinutes ?? 60, defaults: withoutNulls(defaults) };
      const connection = await this.connections.insert(tx, { ...made, ...rest });
      this.results.scheduleDue(tx, connection);
      await this.note(tx, actor, 'erp-connection.created', connection);
      return connection;
    });
  }

  /** Omitted fields stay. A new address or new defaults make the next run read every document. */
  async update(actor: Actor, id: string, change: ConnectionUpdate): Promise<ErpConnection> {
    return this.database.transaction(async (tx) => {
      const was = orNotFound(await this.connections.find(tx, actor, id, true));
      const baseUrl = change.baseUrl == null ? was.baseUrl : this.vault.addressFor(was.kind, change.baseUrl);
      // Otherwise a member who may change an address could have the stored secrets sent to a server of its own.
      if (baseUrl !== was.baseUrl && !change.credentials) throw invalid('SECRET_WITH_ADDRESS', { path: 'credentials' });
      const connection = await this.connections.update(tx, id, {
        name: change.name ?? was.name,
        baseUrl,
        credentialsSealed: this.resealed(was, change),
        intervalMinutes: change.intervalMinutes ?? was.intervalMinutes,
        defaults: change.defaults ? withoutNulls(change.defaults) : was.defaults,
        readAgain: baseUrl !== was.baseUrl || Boolean(change.defaults),
        corrected: baseUrl !== was.baseUrl || Boolean(change.credentials),
      });
      if (connection!.since === null) await this.results.stop(tx, id);
      this.results.scheduleDue(tx, connection!);
      await this.note(tx, actor, 'erp-connection.updated', connection!);
      return connection!;
    });
  }

  /** Sends the requests of a run once and stores nothing. */
  async test(actor: Actor, id: string): Promise<TestResult> {
    const connection = await this.get(actor, id);
    assertPulled(connection);
    const client = this.vault.open(connection);
    try {
      const newest = await client.newest();
      await client.changed({ since: null, after: null, limit: 1 });
      return { code: null, newest };
    } catch (error) {
      if (error instanceof ErpFault) return { code: error.code, newest: null };
      throw error;
    }
  }

  /** Its credentials are deleted; its cases stay. */
  async remove(actor: Actor, id: string): Promise<ErpConnection> {
    return this.database.transaction(async (tx) => {
      if (!(await this.connections.find(tx, actor, id, true))) throw new NotFound();
      const connection = await this.connections.remove(tx, id);
      await this.results.end(tx, connection!);
      await this.note(tx, actor, 'erp-connection.deleted', connection!);
      return connection!;
    });
  }

  async get(actor: Actor, id: string): Promise<ErpConnection> {
    return orNotFound(await this.connections.find(this.database, actor, id));
  }

  list(actor: Actor, page: PageInput): Promise<Page<ErpConnection>> {
    return this.connections.list(this.database, actor, page);
  }

  /** Pauses or resumes a connection. */
  async move(actor: Actor, id: string, to: 'active' | 'paused'): Promise<ErpConnection> {
    return this.database.transaction(async (tx) => {
      const was = orNotFound(await this.connections.find(tx, actor, id, true));
      const from = connectionLifecycle.sourcesOf(to);
      const moved = await (to === 'paused'
        ? this.connections.pause(tx, id, from)
        : this.connections.resume(tx, id, from));
      if (!moved) throw new WrongState({ path: 'id', details: { state: was.state } });
      this.results.scheduleDue(tx, moved);
      await this.note(tx, actor, to === 'paused' ? 'erp-connection.paused' : 'erp-connection.resumed', moved);
      return moved;
    });
  }

  private resealed(was: ErpConnection, change: ConnectionUpdate): Buffer | null {
    if (!change.credentials) return was.credentialsSealed;
    assertPulled(was);
    return this.vault.seal(was.id, was.kind as PulledKind, change.credentials);
  }

  private async assertRoom(tx: Tx, creditorId: string): Promise<void> {
    if ((await this.connections.count(tx, creditorId)) < MAX_CONNECTIONS) return;
    throw new TooManyErpConnections({ details: { limit: MAX_CONNECTIONS } });
  }

  private note(tx: Tx, actor: Actor, act: string, { id, kind }: ErpConnection): Promise<void> {
    return this.audit.record(tx, actor, act, { kind: 'erp-connection', id }, { kind });
  }
}

export function assertPulled({ kind }: ErpConnection): void {
  if (!isPulled(kind)) throw new ErpConnectionOfOtherKind({ path: 'id', details: { kind } });
}

function withoutNulls(defaults: DocumentDefaults | null | undefined): DocumentDefaults {
  return Object.fromEntries(Object.entries(defaults ?? {}).filter(([, value]) => value != null)) as DocumentDefaults;
}
