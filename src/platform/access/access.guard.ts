import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Forbidden, Unauthenticated } from '../../kernel/index.js';
import { type DeclaredAccess, declaredAccess, requestOf } from './access.js';
import { admit } from './admit.js';
import { Authenticator } from './authenticator.js';

/** Runs before every handler of both faces. A handler that declares no access is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly declared = new WeakMap<object, DeclaredAccess>();

  constructor(private readonly authenticator: Authenticator) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rule = this.ruleOf(context);
    if (rule === 'public') return true;
    if (!rule) throw new Forbidden();
    const request = requestOf(context);
    if (!request) throw new Unauthenticated();
    // Checked for every root field: a revocation must also take effect on a socket that stays open.
    const actor = this.authenticator.callerOf(request);
    return actor instanceof Promise ? actor.then((found) => admit(rule, found, request)) : admit(rule, actor, request);
  }

  private ruleOf(context: ExecutionContext): DeclaredAccess {
    const handler = context.getHandler();
    if (this.declared.has(handler)) return this.declared.get(handler);
    const rule = declaredAccess(handler, context.getClass());
    this.declared.set(handler, rule);
    return rule;
  }
}
