import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { type BasisPoints, type Fen, invalid, NotFound, type PageInput, sumFen } from '../../kernel/index.js';
import { type OrganisationRecord, Organisations } from '../../parties/worlds/index.js';
import { Database } from '../../platform/database/index.js';
import { type Account, type Entry, Ledger, type TrialBalance } from '../ledger/index.js';
import { Earnings } from '../payouts/index.js';
import { Commissions, statementAccount } from '../settlement/index.js';
import {
  earnedIn,
  isPeriod,
  type Period,
  type ReceivedByProvider,
  type StatementFigures,
  spanOf,
  statementOf,
} from './statement.policy.js';
import { StatementTooLong } from './statement.refusals.js';
import { type RatedProfile, TaxProfiles, type VatOfMonth } from './tax-profiles.service.js';

const MAX_LINES = 10_000;

/** What an organisation was credited and charged in one month, and its balance at the end. */
export interface Statement extends StatementFigures {
  readonly organisationId: string;
  readonly period: Period;
  readonly from: Date;
  readonly until: Date;
  readonly receivedByProvider: ReceivedByProvider;
  /** Value added tax in a provider's commission of the period; null for others. */
  readonly vat: VatOfMonth | null;
  /** The rate of the last commission of which one is known, else 0. */
  readonly vatBps: BasisPoints;
  /** The sum of the figures of tax that are known. */
  readonly vatFen: Fen;
  /** The part of a provider's balance that is on hold now. */
  readonly heldFen: Fen;
}

/** Balances, entries and statements: an organisation reads its own, the platform those of its sandbox (or all live ones). */
@Injectable()
export class Statements {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly commissions: Commissions,
    private readonly earnings: Earnings,
    private readonly taxes: TaxProfiles,
    private readonly organisations: Organisations,
  ) {}

  /** The statement of a month. Entries never change, so the statement of a past month is always the same. */
  async statement(actor: Actor, period: Period, organisationId = actor.organisationId): Promise<Statement> {
    const q = this.database;
    const organisation = await this.readable(actor, organisationId);
    const span = spanOfPeriod(period);
    const account = statementAccount(organisation.kind);
    const openingFen = await this.ledger.balanceBefore(q, organisationId, account, span.from);
    const entries = await this.entriesOf(organisationId, account, span.from);
    const bookings = await this.commissions.ofRepayments(q, repaymentIds(entries));
    const figures = statementOf(openingFen, entries, bookings);
    const received = await this.commissions.receivedByProvider(q, organisationId, span);
    const provider = organisation.kind === 'agency' || organisation.kind === 'law_firm';
    const vat = provider ? await this.taxes.vatOf(q, organisationId, earnedIn(figures)) : null;
    const { heldFen } = await this.earnings.availableTo(q, organisationId);
    return {
      ...figures,
      ...span,
      organisationId,
      period,
      receivedByProvider: { ...received, netFen: received.grossFen - received.commissionFen },
      vat,
      vatBps: vat?.parts.findLast(({ rateBps }) => rateBps !== null)?.rateBps ?? 0,
      vatFen: sumFen(vat?.parts.map(({ vatFen }) => vatFen ?? 0n) ?? []),
      heldFen,
    };
  }

  /** Every account of an organisation with its balance. */
  async balances(actor: Actor, organisationId = actor.organisationId): Promise<Account[]> {
    await this.readable(actor, organisationId);
    return this.ledger.accountsOf(this.database, organisationId);
  }

  /** One page of an organisation's entries in a month, in all its accounts, oldest first. */
  async entries(actor: Actor, period: Period, page: PageInput, organisationId = actor.organisationId) {
    await this.readable(actor, organisationId);
    return this.ledger.entriesOf(this.database, organisationId, spanOfPeriod(period).from, page);
  }

  /** The sums of the ledger within the platform's sandbox (or of everything live). */
  trialBalance(actor: Actor): Promise<TrialBalance> {
    return this.ledger.trialBalance(this.database, actor.organisationId);
  }

  /** What a provider stated about how it is taxed, newest first. */
  async taxProfiles(actor: Actor, organisationId = actor.organisationId): Promise<RatedProfile[]> {
    await this.readable(actor, organisationId);
    return this.taxes.historyOf(this.database, organisationId);
  }

  private async readable(actor: Actor, organisationId: string): Promise<OrganisationRecord> {
    const own = actor.organisationId === organisationId || actor.organisationKind === 'platform';
    const organisation = own ? await this.organisations.get(this.database, organisationId) : undefined;
    if (organisation?.sandboxId !== actor.sandboxId) throw new NotFound({ path: 'organisationId' });
    return organisation;
  }

  private async entriesOf(owner: string, account: string, inMonth: Date): Promise<Entry[]> {
    try {
      const entries = await this.ledger.allEntries(this.database, owner, account, inMonth, MAX_LINES);
      // No query reads a single creditor's payment, so the line refers to its transfer.
      return entries.map((one) =>
        one.referenceKind === 'creditor_payment' ? { ...one, referenceId: one.transferId } : one,
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new StatementTooLong({ path: 'period', details: { limit: MAX_LINES } });
    }
  }
}

function spanOfPeriod(period: Period) {
  if (!isPeriod(period)) throw invalid('NOT_A_MONTH', { path: 'period' });
  return spanOf(period);
}

function repaymentIds(entries: readonly Entry[]): string[] {
  return [...new Set(entries.filter((one) => one.referenceKind === 'repayment').map((one) => one.referenceId))];
}
