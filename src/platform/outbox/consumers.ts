import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { allEvents, type EventMeta } from '../../events/define-event.js';
import type { Tx } from '../database/index.js';
import { methodsOf, type ProviderMethod } from '../loops/provider-methods.js';
import { type Subscription, subscriptionsOf } from './on-event.js';

/** A payload's fields and its `meta`, whatever the event. */
export type Delivered = Record<string, unknown> & { readonly meta: EventMeta };

/** A method of a provider that handles events, under the name its inbox rows carry. */
export interface Consumer {
  readonly name: string;
  readonly eventNames: ReadonlySet<string>;
  /** Absent: one event at a time. */
  readonly batch: number | undefined;
  handle(tx: Tx, events: Delivered[]): Promise<void>;
}

/** Every consumer of this process, found among the providers once they all exist. */
@Injectable()
export class Consumers implements OnModuleInit {
  private readonly byName = new Map<string, Consumer>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const lasting = this.discovery.getProviders().filter((one) => one.isDependencyTreeStatic());
    for (const found of methodsOf(lasting, this.scanner)) {
      const subscriptions = subscriptionsOf(found.method);
      if (subscriptions.length > 0) this.add(consumerOf(found, subscriptions));
    }
  }

  add(consumer: Consumer): void {
    if (this.byName.has(consumer.name)) throw new Error(`consumer ${consumer.name} is provided twice`);
    this.byName.set(consumer.name, consumer);
  }

  all(): Consumer[] {
    return [...this.byName.values()];
  }

  /** Names of the events this build knows; others are left for a newer one. */
  knownEvents(): string[] {
    return allEvents().map((event) => event.name);
  }
}

function consumerOf({ instance, key, method }: ProviderMethod, subscriptions: readonly Subscription[]): Consumer {
  const names = new Set(subscriptions.map((subscription) => subscription.name).filter((name) => name !== undefined));
  const batches = new Set(subscriptions.map((subscription) => subscription.batch));
  const name = [...names][0] ?? `${instance.constructor.name}.${key}`;
  if (names.size > 1 || batches.size > 1) throw new Error(`consumer ${name} is declared in two ways`);
  const batch = [...batches][0];
  const act = method.bind(instance) as (tx: Tx, given: unknown) => Promise<void>;
  return {
    name,
    eventNames: new Set(subscriptions.map((subscription) => subscription.event.name)),
    batch,
    handle: async (tx, events) => {
      if (batch !== undefined) return act(tx, events);
      for (const event of events) await act(tx, event);
    },
  };
}
