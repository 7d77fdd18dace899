import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { idOf } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { Disclosures } from '../debtors/index.js';
import { DebtorNotDisclosed } from './case.refusals.js';
import { DebtorView, debtorView } from './case-records.graphql.js';

const CaseDebtorResult = resultUnion('CaseDebtorResult', DebtorView, [DebtorNotDisclosed]);

@Resolver()
export class DebtorResolver {
  constructor(private readonly disclosures: Disclosures) {}

  @Query(() => CaseDebtorResult, {
    description: "The debtor's personal data, for the creditor and the entrusted holder. Every read is recorded.",
  })
  @Access({ kinds: ['creditor', 'agency', 'law_firm'], roles: ['owner', 'operator'], scope: 'debtors:read' })
  async caseDebtor(
    @CurrentActor() actor: Actor,
    @Args('caseId', { type: () => ID, description: 'The case.' }, idOf('case')) caseId: string,
  ): Promise<DebtorView> {
    return debtorView(await this.disclosures.readDebtor(actor, caseId));
  }
}
