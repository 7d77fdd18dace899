import { Args, ArgsType, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import {
  CountField,
  DayField,
  IdField,
  MonthField,
  PageArgs,
  toConnection,
  WordField,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import {
  AccountBalanceView,
  accountBalanceView,
  LedgerEntryConnection,
  ledgerEntryView,
  TrialBalanceView,
  trialBalanceView,
} from '../ledger/index.js';
import {
  StatementView,
  statementView,
  TaxProfileKindEnum,
  TaxProfileView,
  taxProfileView,
} from './statement.graphql.js';
import { StatementLabels } from './statement-labels.js';
import { Statements } from './statements.service.js';
import { TaxProfiles } from './tax-profiles.service.js';
import type { TaxProfile } from './vat.policy.js';

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

@ArgsType()
class TaxProfileArgs {
  @WordField(TaxProfileKindEnum, { nullable: true, description: 'How you are taxed.' }) profile?: TaxProfile | null;
  @DayField({
    nullable: true,
    description: 'The first day on which it counts; today when left out. Only your first statement may reach back.',
  })
  from?: string | null;
  @CountField({
    ...{ nullable: true, min: 0, max: 10_000 },
    description: 'The rate in basis points: names the profile instead of it, or must agree with it. Leave it out.',
  })
  vatBps?: number | null;
}

const SetTaxProfileResult = resultUnion('SetTaxProfileResult', TaxProfileView);

@Resolver()
export class StatementResolver {
  constructor(
    private readonly statements: Statements,
    private readonly labels: StatementLabels,
    private readonly taxes: TaxProfiles,
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

  @Query(() => [TaxProfileView], {
    description:
      'What a provider stated about how it is taxed, newest first; the profile of the day of a commission counts.',
  })
  @Access(STATEMENT_READERS)
  async taxProfiles(@CurrentActor() actor: Actor, @Args() args: OrganisationArgs): Promise<TaxProfileView[]> {
    return (await this.statements.taxProfiles(actor, args.organisationId ?? undefined)).map(taxProfileView);
  }

  @Mutation(() => SetTaxProfileResult, {
    description:
      'States how you are taxed, from a day on; your statements take your commission apart by it. Nothing is assumed before.',
  })
  @Access({ kinds: ['agency', 'law_firm'], roles: ['owner', 'finance'] })
  async setTaxProfile(@CurrentActor() actor: Actor, @Args() args: TaxProfileArgs): Promise<TaxProfileView> {
    return taxProfileView(await this.taxes.state(actor, args));
  }
}
