import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { methodsOf } from '../loops/provider-methods.js';
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
    const lasting = this.discovery.getProviders().filter((one) => one.isDependencyTreeStatic());
    for (const { instance, method } of methodsOf(lasting, this.scanner)) {
      const job = jobNameOf(method);
      if (job !== undefined) add(this.jobs, job, method.bind(instance) as (job: JobCall) => Promise<void>);
      const sweep = sweepOf(method);
      if (sweep) add(this.sweeps, sweep.name, { ...sweep, run: method.bind(instance) as () => Promise<void> });
    }
  }
}

function add<T>(map: Map<string, T>, name: string, value: T): void {
  if (map.has(name)) throw new Error(`${name} has two handlers`);
  map.set(name, value);
}
