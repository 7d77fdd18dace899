import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { allEvents, type EventMeta } from '../../events/define-event.js';
import type { Tx } from '../database/index.js';
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
    for (const wrapper of this.discovery.getProviders()) {
      if (wrapper.isDependencyTreeStatic() && wrapper.instance && typeof wrapper.instance === 'object') {
        this.register(wrapper.instance as object);
      }
    }
  }

  /** Adds every method of an instance that is decorated with `@OnEvent` or `@OnEvents`. */
  register(instance: object): void {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    if (!prototype) return;
    for (const method of this.scanner.getAllMethodNames(prototype)) {
      const subscriptions = subscriptionsOf((prototype as Record<string, object>)[method]!);
      if (subscriptions.length > 0) this.add(consumerOf(instance, method, subscriptions));
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

function consumerOf(instance: object, method: string, subscriptions: readonly Subscription[]): Consumer {
  const names = new Set(subscriptions.map((subscription) => subscription.name).filter((name) => name !== undefined));
  const batches = new Set(subscriptions.map((subscription) => subscription.batch));
  const name = [...names][0] ?? `${instance.constructor.name}.${method}`;
  if (names.size > 1 || batches.size > 1) throw new Error(`consumer ${name} is declared in two ways`);
  const batch = [...batches][0];
  const act = (instance as Record<string, (tx: Tx, given: unknown) => Promise<void>>)[method]!.bind(instance);
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
