import { Injectable } from '@nestjs/common';
import { type Actor, isMachine } from '../../kernel/access/index.js';
import { Clock, newId, orNotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Reach } from '../../platform/outbound/index.js';
import { Policies } from '../../platform/policy/index.js';
import { FEED_TYPES } from '../feed/index.js';
import { canReceive } from './audience.policy.js';
import {
  invalidEndpoint,
  MembersOwnSecret,
  TooManyWebhookEndpoints,
  WebhookEventTypeUnknown,
} from './endpoint.refusals.js';
import { type Endpoint, type EndpointChange, EndpointRepository } from './endpoint.repository.js';
import { unreadableTypes } from './readable.policy.js';
import { webhookFigures } from './webhook-figures.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { checkWebhookUrl } from './webhook-url.js';

export interface NewEndpointInput extends EndpointChange {
  url: string;
  secret?: string | null | undefined;
}

/** An endpoint and its new secret, which only this answer holds. */
export interface WithSecret {
  endpoint: Endpoint;
  secret: string;
}

/** The endpoints of an organisation. Host names are resolved before a transaction, never in one. */
@Injectable()
export class Endpoints {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly endpoints: EndpointRepository,
    private readonly secrets: WebhookSecrets,
    private readonly reach: Reach,
    private readonly policies: Policies,
    private readonly audit: Audit,
  ) {}

  async get(actor: Actor, id: string, q: Queryable = this.database): Promise<Endpoint> {
    return orNotFound(await this.endpoints.own(q, actor, id), 'endpointId');
  }

  /** Refuses WRONG_STATE for a disabled endpoint, so that nothing is queued for it. */
  async requireEnabled(tx: Tx, actor: Actor, id: string): Promise<void> {
    const { state } = await this.get(actor, id, tx);
    if (state !== 'enabled') throw new WrongState({ path: 'endpointId', details: { state } });
  }

  /** The endpoints of the actor's organisation, newest first. */
  list(actor: Actor, page: PageInput): Promise<Page<Endpoint>> {
    return this.endpoints.list(this.database, actor, page);
  }

  /** Makes an endpoint that gets events from now on. */
  async create(actor: Actor, input: NewEndpointInput): Promise<WithSecret> {
    const types = checkedTypes(actor, input.types ?? []);
    const secret = this.secrets.chosen(input.secret);
    await checkWebhookUrl(this.reach, input.url);
    assertReadable(actor, types);
    const { endpointsPerOrganisation: limit } = await this.policies.get(webhookFigures);
    return this.database.transaction(async (tx) => {
      await this.endpoints.lockOrganisation(tx, actor.organisationId);
      if ((await this.endpoints.count(tx, actor)) >= limit) throw new TooManyWebhookEndpoints({ details: { limit } });
      const id = newId(this.clock.millis());
      const { url, description = null } = input;
      const secretSealed = this.secrets.seal(id, secret);
      const endpoint = await this.endpoints.insert(tx, actor, {
        ...{ id, url, description, types, secretSealed, madeByMachine: isMachine(actor) },
      });
      await this.record(tx, actor, 'create', endpoint);
      return { endpoint, secret };
    });
  }

  async update(actor: Actor, id: string, change: EndpointChange): Promise<Endpoint> {
    const types = change.types && checkedTypes(actor, change.types);
    if (change.url) await checkWebhookUrl(this.reach, change.url);
    return this.act(actor, id, 'update', (tx, endpoint) => {
      if (change.url || types) assertReadable(actor, types ?? endpoint.types);
      return this.endpoints.change(tx, id, { ...change, types });
    });
  }

  /** Disables it: its deliveries wait until it is enabled. Returns one that is disabled already unchanged. */
  disable(actor: Actor, id: string): Promise<Endpoint> {
    return this.act(actor, id, 'disable', (tx) => this.endpoints.disable(tx, id, 'owner'));
  }

  /** Enables it and forgets its failures. Returns one that is enabled already unchanged. */
  enable(actor: Actor, id: string): Promise<Endpoint> {
    return this.act(actor, id, 'enable', (tx) => this.endpoints.enable(tx, id));
  }

  /** Changes its secret; a machine only that of what a machine made. The old one signs too for `overlapHours`, so that the receiver can change over. */
  async rotate(actor: Actor, id: string, given?: string | null, overlapHours?: number | null): Promise<WithSecret> {
    const secret = this.secrets.chosen(given);
    const hours = overlapHours ?? (await this.policies.get(webhookFigures)).overlapHours;
    const endpoint = await this.act(actor, id, 'rotate', async (tx, known) => {
      assertMayRotate(actor, known);
      const current = await this.endpoints.sealedSecret(tx, id);
      const previous = hours > 0 ? this.secrets.asPrevious(id, current) : null;
      return this.endpoints.rotate(tx, id, this.secrets.seal(id, secret), previous, hours);
    });
    return { endpoint, secret };
  }

  /** Deletes it for good. Returns it as it was. */
  remove(actor: Actor, id: string): Promise<Endpoint> {
    return this.act(actor, id, 'delete', async (tx, endpoint) => {
      await this.endpoints.delete(tx, id);
      return endpoint;
    });
  }

  /** One act on an endpoint of the actor, under its lock; audited when it changes something. */
  private act(
    actor: Actor,
    id: string,
    act: string,
    work: (tx: Tx, endpoint: Endpoint) => Promise<Endpoint | undefined>,
  ): Promise<Endpoint> {
    return this.database.transaction(async (tx) => {
      const endpoint = orNotFound(await this.endpoints.ownLocked(tx, actor, id), 'endpointId');
      const changed = await work(tx, endpoint);
      if (changed) await this.record(tx, actor, act, changed);
      return changed ?? endpoint;
    });
  }

  /** Audits the host only: the rest of a URL may contain a token of the receiver. */
  private record(tx: Tx, actor: Actor, act: string, { id, url, types }: Endpoint): Promise<void> {
    const facts = { host: new URL(url).host, types: types.join(' ') };
    return this.audit.record(tx, actor, `webhook-endpoint.${act}`, { kind: 'webhook_endpoint', id }, facts);
  }
}

/** Refuses types that the actor itself may not read, naming all of them and what is lacking. */
function assertReadable(actor: Actor, types: readonly string[]): void {
  const found = unreadableTypes(actor, types);
  if (found.length === 0) return;
  const listed = (words: readonly (string | undefined)[]) => [...new Set(words.filter((word) => word))].join(', ');
  const named = { path: 'types', type: listed(found.map(({ type }) => type)) };
  if (!isMachine(actor))
    throw invalidEndpoint('ROLE_MISSING', { ...named, roles: listed(found.flatMap(({ roles }) => roles)) });
  throw invalidEndpoint('SCOPE_MISSING', { ...named, scope: listed(found.map(({ scope }) => scope)) });
}

/** A machine may change the secret of what machines made: the answer shows the secret that people gave their receiver. */
function assertMayRotate(actor: Actor, { madeByMachine }: Endpoint): void {
  if (isMachine(actor) && !madeByMachine) throw new MembersOwnSecret({ path: 'endpointId' });
}

/** The types without duplicates. Refuses WEBHOOK_EVENT_TYPE_UNKNOWN for one this organisation cannot receive. */
function checkedTypes(actor: Actor, requested: readonly string[]): string[] {
  const known = new Map(FEED_TYPES.map(({ type, audiences }) => [type, audiences]));
  requested.forEach((type, index) => {
    const audiences = known.get(type);
    if (audiences && canReceive(actor.organisationKind, audiences)) return;
    throw new WebhookEventTypeUnknown({ path: `types[${index}]`, details: { type } });
  });
  return [...new Set(requested)];
}
