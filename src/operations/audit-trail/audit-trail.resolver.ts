import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import type { Page } from '../../kernel/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import type { AuditRecord } from '../../platform/audit/index.js';
import { toConnection } from '../../platform/faces/index.js';
import { auditFilterOf } from './audit-filter.js';
import { DEBTOR_READ_OBSERVERS, SIGN_IN_READERS, TRAIL_READERS } from './audit-trail.access.js';
import {
  AuditRecordConnection,
  AuditRecordView,
  AuditTrailArgs,
  auditRecordView,
  CaseDebtorReadsArgs,
  SignInsArgs,
} from './audit-trail.graphql.js';
import { AuditTrail } from './audit-trail.service.js';

@Resolver(() => AuditRecordView)
export class AuditTrailResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Query(() => AuditRecordConnection, {
    description: 'Who did and read what, newest first; for the owner and risk of the platform. Reading it is recorded.',
  })
  @Access(TRAIL_READERS)
  async auditTrail(@CurrentActor() actor: Actor, @Args() args: AuditTrailArgs) {
    return shown(await this.trail.page(actor, auditFilterOf(args.filter ?? {}, 'filter.'), args));
  }

  @Query(() => AuditRecordConnection, {
    description:
      "Each reading of a debtor's data or evidence, newest first; for the creditor of the case and the platform.",
  })
  @Access(DEBTOR_READ_OBSERVERS)
  async caseDebtorReads(@CurrentActor() actor: Actor, @Args() args: CaseDebtorReadsArgs) {
    return shown(await this.trail.debtorReads(actor, args.caseId, args));
  }

  @Query(() => AuditRecordConnection, {
    description: "Logins, logouts and copied tokens of the organisation's own members, newest first; for its owner.",
  })
  @Access(SIGN_IN_READERS)
  async signIns(@CurrentActor() actor: Actor, @Args() { memberId, from, to, ...page }: SignInsArgs) {
    return shown(await this.trail.signIns(actor, { actorId: memberId, from, to }, page));
  }
}

function shown(page: Page<AuditRecord>) {
  return toConnection(page, auditRecordView, null, (one) => [one.id]);
}
