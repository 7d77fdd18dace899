import { Args, ArgsType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdField, MonthField, PageArgs, toConnection, viewOf } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import {
  AccountBalanceView,
  accountBalanceView,
  LedgerEntryConnection,
  ledgerEntryView,
  TrialBalanceView,
  trialBalanceView,
} from '../ledger/index.js';
import { StatementView, statementView, TaxProfileView } from './statement.graphql.js';
import { StatementLabels } from './statement-labels.js';
import { Statements } from './statements.service.js';

export const STATEMENT_READERS = {
  kinds: ['creditor', 'agency', 'law_firm', 'platform'],
  roles: ['owner', 'finance', 'viewer'],
  scope: 'statements:read',
} as const;

@ArgsType()
class OrganisationArgs {
  @IdField('organisation', { nullable: true, description: 'Another one, for the platform.' }) organisationId?: string;
}

@ArgsType()
class PeriodArgs extends OrganisationArgs {
  @MonthField({ description: 'A month of China time, YYYY-MM.' }) period!: string;
}

@ArgsType()
class EntriesArgs extends PageArgs {
  @MonthField({ description: 'A month of China time, YYYY-MM.' }) period!: string;
  @IdField('organisation', { nullable: true, description: 'Another one, for the platform.' }) organisationId?: string;
}

const SetTaxProfileResult = resultUnion('SetTaxProfileResult', TaxProfileView);

@Resolver()
export class StatementResolver {
  constructor(
    private readonly statements: Statements,
    private readonly labels: StatementLabels,
  ) {}

  @Query(() => StatementView, { description: 'Your statement of a month; for the platform that of any organisation.' })
  @Access(STATEMENT_READERS)
  async statement(@CurrentActor() actor: Actor, @Args() args: PeriodArgs) {
    const statement = await this.statements.statement(actor, args.period, args.organisationId ?? undefined);
    return statementView(await this.labels.on(statement));
  }

  @Query(() => [AccountBalanceView], { description: 'The balance of each account of an organisation.' })
  @Access(STATEMENT_READERS)
  async accountBalances(@CurrentActor() actor: Actor, @Args() args: OrganisationArgs) {
    return (await this.statements.balances(actor, args.organisationId ?? undefined)).map(accountBalanceView);
  }

  @Query(() => LedgerEntryConnection, { description: 'The entries of an organisation in a month, oldest first.' })
  @Access(STATEMENT_READERS)
  async ledgerEntries(@CurrentActor() actor: Actor, @Args() args: EntriesArgs) {
    const page = await this.statements.entries(actor, args.period, args, args.organisationId ?? undefined);
    return toConnection(page, ledgerEntryView);
  }

  @Query(() => TrialBalanceView, { description: 'The sums of the whole ledger; only for the platform.' })
  @Access({ kinds: ['platform'], roles: ['owner', 'finance', 'risk'], scope: 'statements:read' })
  async trialBalance(@CurrentActor() actor: Actor) {
    return trialBalanceView(await this.statements.trialBalance(actor));
  }

  @Mutation(() => SetTaxProfileResult, { description: 'Sets how your commission is taxed; your statements show it.' })
  @Access({ kinds: ['agency', 'law_firm'], roles: ['owner', 'finance'] })
  async setTaxProfile(
    @CurrentActor() actor: Actor,
    @Args('vatBps', { type: () => Int, description: 'Value added tax contained in it, in basis points, 0 to 10000.' })
    vatBps: number,
  ): Promise<TaxProfileView> {
    return viewOf(TaxProfileView, await this.statements.setTaxProfile(actor, vatBps));
  }
}
