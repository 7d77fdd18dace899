import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, Forbidden, invalid, newId, orNotFound, type Page, type PageInput } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Endpoints, unreadableTypes } from '../endpoints/index.js';
import { Feed } from '../feed/index.js';
import { type Delivery, type DeliveryDetail, type DeliveryFilter, DeliveryRepository } from './delivery.repository.js';
import { FanOutRepository } from './fan-out.repository.js';
import { type Replay, ReplayRepository } from './replay.repository.js';
import { bodyOf, TEST } from './webhook-body.js';
import { WebhookWorker } from './webhook-worker.js';

/** The log of deliveries, and sending again. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly endpoints: Endpoints,
    private readonly deliveries: DeliveryRepository,
    private readonly replays: ReplayRepository,
    private readonly fanOut: FanOutRepository,
    private readonly feed: Feed,
    private readonly audit: Audit,
    private readonly worker: WebhookWorker,
  ) {}

  /** The deliveries to one endpoint, newest first. */
  async list(actor: Actor, endpointId: string, filter: DeliveryFilter, page: PageInput): Promise<Page<Delivery>> {
    await this.endpoints.get(actor, endpointId);
    return this.deliveries.list(this.database, actor, endpointId, filter, page);
  }

  /** One delivery with its body. Refuses FORBIDDEN to whom roles or scopes do not let read the body. */
  async get(actor: Actor, id: string): Promise<DeliveryDetail> {
    const delivery = await this.delivery(this.database, actor, id);
    const [unreadable] = unreadableTypes(actor, [delivery.type]);
    if (unreadable) throw new Forbidden(unreadable.scope ? { details: { requiredScope: unreadable.scope } } : {});
    const body = await this.deliveries.body(this.database, delivery.messageId);
    return { ...delivery, body, log: await this.deliveries.log(this.database, id) };
  }

  /** Sends a `webhook.test` message to an endpoint; the log shows the result a moment later. */
  sendTest(actor: Actor, endpointId: string): Promise<Delivery> {
    return this.once(actor, 'webhook.test', { endpointId }, async (tx) => {
      await this.endpoints.requireEnabled(tx, actor, endpointId);
      const occurredAt = this.clock.now();
      const [id, messageId] = [newId(this.clock.millis()), newId(this.clock.millis())];
      const { type, data } = TEST;
      await this.fanOut.keep(tx, [{ id: messageId, type, body: bodyOf(type, occurredAt, data), occurredAt }]);
      await this.fanOut.queue(tx, [{ id, endpointId, messageId, type }], false);
      tx.afterCommit(() => this.worker.call());
      return this.delivery(tx, actor, id);
    });
  }

  /** Sends one delivery again, delivered or not, with the same `webhook-id`. Returns one under way unchanged. */
  replay(actor: Actor, id: string): Promise<Delivery> {
    return this.once(actor, 'webhook-delivery.replay', { id }, async (tx) => {
      const { endpointId } = await this.delivery(tx, actor, id);
      await this.endpoints.requireEnabled(tx, actor, endpointId);
      await this.deliveries.again(tx, id);
      await this.audit.record(tx, actor, 'webhook-delivery.replay', { kind: 'webhook_delivery', id });
      tx.afterCommit(() => this.worker.call());
      return this.delivery(tx, actor, id);
    });
  }

  /** Sends all events since an instant again, in the background, also those missed while the endpoint was disabled. */
  replaySince(actor: Actor, endpointId: string, since: Date, types: string[]): Promise<Replay> {
    if (since > this.clock.now()) throw invalid('IN_THE_FUTURE', { path: 'since' });
    return this.once(actor, 'webhook-endpoint.replay', { endpointId, since, types }, async (tx) => {
      await this.endpoints.requireEnabled(tx, actor, endpointId);
      const position = await this.feed.since(tx, since);
      const { latest: untilPosition } = await this.feed.ends(tx);
      const id = newId(this.clock.millis());
      const replay = await this.replays.insert(tx, { id, endpointId, since, types, position, untilPosition });
      const facts = { since: since.toISOString(), types: types.join(' ') };
      const subject = { kind: 'webhook_endpoint', id: endpointId };
      await this.audit.record(tx, actor, 'webhook-endpoint.replay', subject, facts);
      tx.afterCommit(() => this.worker.call());
      return replay;
    });
  }

  async getReplay(actor: Actor, id: string): Promise<Replay> {
    return orNotFound(await this.replays.own(this.database, actor, id), 'replayId');
  }

  private once<T>(actor: Actor, operation: string, request: object, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => keyed(tx, { actor, operation, request }, () => work(tx)));
  }

  private async delivery(q: Queryable, actor: Actor, id: string): Promise<Delivery> {
    return orNotFound(await this.deliveries.own(q, actor, id), 'deliveryId');
  }
}
