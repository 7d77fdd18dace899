import type { MetadataScanner } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';

type Method = (...args: never[]) => unknown;

/** One method of an instance; decorators keep their metadata on `method`. */
export interface ProviderMethod {
  readonly instance: object;
  readonly key: string;
  readonly method: Method;
}

/** Every method of these providers: for decorators whose methods are registered once all providers exist. */
export function methodsOf(wrappers: readonly InstanceWrapper[], scanner: MetadataScanner): ProviderMethod[] {
  return wrappers.flatMap(({ instance }) => {
    if (!instance || typeof instance !== 'object') return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, Method> | null;
    if (!prototype || prototype === Object.prototype) return [];
    return scanner.getAllMethodNames(prototype).map((key) => ({ instance, key, method: prototype[key]! }));
  });
}
