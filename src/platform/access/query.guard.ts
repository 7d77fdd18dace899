import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../../kernel/index.js';
import { takesQuery } from './access-map.js';

/** A route that has no query refuses every parameter, as the others refuse unknown ones: a misspelt one is not ignored. */
@Injectable()
export class QueryGuard implements CanActivate {
  private readonly known = new WeakMap<object, boolean>();

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() === 'graphql') return true;
    const handler = context.getHandler();
    const takes = this.known.get(handler) ?? takesQuery(context.getClass(), handler.name);
    this.known.set(handler, takes);
    if (takes) return true;
    const [path] = Object.keys((context.switchToHttp().getRequest<FastifyRequest>().query ?? {}) as object);
    if (path !== undefined) throw invalid('UNKNOWN_FIELD', { path });
    return true;
  }
}
