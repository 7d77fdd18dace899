import { Args, ArgsType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { type ConnectionOf, IdField, MonthField, PageArgs, toConnection, viewOf } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import {
  AccountBalanceView,
  accountBalanceView,
  LedgerEntryConnection,
  type LedgerEntryView,
  ledgerEntryView,
  TrialBalanceView,
  trialBalanceView,
} from '../ledger/index.js';
import { StatementView, statementView, TaxProfileView } from './statement.graphql.js';
import { Statements } from './statements.service.js';

const READERS = {
  kinds: ['creditor', 'agency', 'law_firm', 'platform'],
  roles: ['owner', 'finance', 'viewer'],
  scope: 'statements:read',
} as const;

@ArgsType()
class OrganisationArgs {
  @IdField('organisation', { nullable: true, description: 'Another organisation; for the platform only.' })
  organisationId?: string;
}

@ArgsType()
class PeriodArgs extends OrganisationArgs {
  @MonthField({ description: 'A month, YYYY-MM, China time.' }) period!: string;
}

@ArgsType()
class EntriesArgs extends PageArgs {
  @MonthField({ description: 'A month, YYYY-MM, China time.' }) period!: string;
  @IdField('organisation', { nullable: true, description: 'Another organisation; for the platform only.' })
  organisationId?: string;
}

const SetTaxProfileResult = resultUnion('SetTaxProfileResult', TaxProfileView);

@Resolver()
export class StatementResolver {
  constructor(private readonly statements: Statements) {}

  @Query(() => StatementView, {
    description: 'The statement of a month: yours, or for the platform any organisation’s.',
  })
  @Access(READERS)
  async statement(@CurrentActor() actor: Actor, @Args() args: PeriodArgs): Promise<StatementView> {
    return statementView(await this.statements.statement(actor, args.period, args.organisationId ?? undefined));
  }

  @Query(() => [AccountBalanceView], { description: 'What stands in each account of an organisation.' })
  @Access(READERS)
  async accountBalances(@CurrentActor() actor: Actor, @Args() args: OrganisationArgs): Promise<AccountBalanceView[]> {
    return (await this.statements.balances(actor, args.organisationId ?? undefined)).map(accountBalanceView);
  }

  @Query(() => LedgerEntryConnection, {
    description: 'The ledger entries of an organisation in a month, oldest first.',
  })
  @Access(READERS)
  async ledgerEntries(@CurrentActor() actor: Actor, @Args() args: EntriesArgs): Promise<ConnectionOf<LedgerEntryView>> {
    const page = await this.statements.entries(actor, args.period, args, args.organisationId ?? undefined);
    return toConnection(page, ledgerEntryView);
  }

  @Query(() => TrialBalanceView, { description: 'The sums of the whole ledger, for the platform.' })
  @Access({ kinds: ['platform'], roles: ['owner', 'finance', 'risk'], scope: 'statements:read' })
  async trialBalance(@CurrentActor() actor: Actor): Promise<TrialBalanceView> {
    return trialBalanceView(await this.statements.trialBalance(actor));
  }

  @Mutation(() => SetTaxProfileResult, { description: 'Says how your commission is taxed; your statements show it.' })
  @Access({ kinds: ['agency', 'law_firm'], roles: ['owner', 'finance'] })
  async setTaxProfile(
    @CurrentActor() actor: Actor,
    @Args('vatBps', { type: () => Int, description: 'Rate of value added tax contained in it, in basis points.' })
    vatBps: number,
  ): Promise<TaxProfileView> {
    return viewOf(TaxProfileView, await this.statements.setTaxProfile(actor, vatBps));
  }
}
