import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type JobCall, jobNameOf, type SweepSpec, sweepOf } from './job-handler.js';

export interface BoundSweep extends SweepSpec {
  run(): Promise<void>;
}

/** Every job handler and sweep of this process, found among the providers once they all exist. */
@Injectable()
export class Handlers implements OnModuleInit {
  readonly jobs = new Map<string, (job: JobCall) => Promise<void>>();
  readonly sweeps = new Map<string, BoundSweep>();

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

  register(instance: object): void {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    if (!prototype) return;
    const methods = instance as Record<string, (job?: JobCall) => Promise<void>>;
    for (const key of this.scanner.getAllMethodNames(prototype)) {
      const method = (prototype as Record<string, object>)[key]!;
      const job = jobNameOf(method);
      if (job !== undefined) add(this.jobs, job, methods[key]!.bind(instance));
      const sweep = sweepOf(method);
      if (sweep) add(this.sweeps, sweep.name, { ...sweep, run: methods[key]!.bind(instance) as () => Promise<void> });
    }
  }
}

function add<T>(map: Map<string, T>, name: string, value: T): void {
  if (map.has(name)) throw new Error(`${name} has two handlers`);
  map.set(name, value);
}
