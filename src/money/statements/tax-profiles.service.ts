import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { addMonths, type BasisPoints, Clock, type Day, defineReasons, invalid } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { taxFigures } from './tax-figures.js';
import { type StatedThen, TaxProfileRepository } from './tax-profile.repository.js';
import {
  type Earned,
  profileOn,
  rateOn,
  type TaxProfile,
  type VatMissing,
  type VatPart,
  vatParts,
} from './vat.policy.js';

const invalidTax = defineReasons({
  RATE_NAMES_NO_PROFILE: [
    'no tax profile has this rate alone; state the profile',
    '该税率不能确定计税身份，请填写 profile',
  ],
  RATE_OF_ANOTHER_PROFILE: ['not the rate of this profile on that day', '与该计税身份当日适用的税率不符'],
});

/** How far ahead a profile may be stated: a registration is known some months before. */
const MONTHS_AHEAD = 12;
/** Since then services are subject to value added tax (财税〔2016〕36号). */
const FIRST_DAY: Day = '2016-05-01';
/** Rates that name one profile; zero names none. */
const BY_RATE: Readonly<Record<number, TaxProfile>> = { 600: 'general', 300: 'simple', 100: 'small_scale' };

/** What a provider states: its profile, or the rate that names it, and from which day. */
export interface TaxStatement {
  readonly profile?: TaxProfile | null | undefined;
  readonly vatBps?: BasisPoints | null | undefined;
  readonly from?: Day | null | undefined;
}

/** A stated profile with its rate of the day from which it counts; null when none is set for it. */
export interface RatedProfile extends StatedThen {
  readonly rateBps: BasisPoints | null;
}

/** The tax in what a provider earned in a month. */
export interface VatOfMonth {
  readonly parts: readonly VatPart[];
  /** Why a figure is missing; null when none is. */
  readonly missing: VatMissing | null;
}

/** How providers are taxed, by their own statements. Nothing is assumed about a provider that stated nothing. */
@Injectable()
export class TaxProfiles {
  constructor(
    private readonly database: Database,
    private readonly profiles: TaxProfileRepository,
    private readonly policies: Policies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * States the caller's profile from a day on, today by default. Days that a stated profile covered already keep it; the first
   * statement may reach back to when the provider was registered. Saying the same again changes nothing.
   */
  async state(actor: Actor, statement: TaxStatement): Promise<RatedProfile> {
    const { organisationId, memberId } = actor;
    return this.database.transaction(async (tx) => {
      const { vatRates } = await this.policies.get(taxFigures, tx);
      const before = await this.profiles.statedBy(tx, organisationId);
      const fromOn = this.dayOf(statement, before);
      const profile = profileOf(statement, (one) => rateOn(vatRates, one, fromOn));
      const same = before.at(-1)?.profile === profile && before.at(-1)?.fromOn === fromOn ? before.at(-1) : undefined;
      const stated = same ?? (await this.profiles.add(tx, organisationId, { profile, fromOn, memberId }));
      if (!same) {
        const facts = { profile, fromOn, before: profileOn(before, fromOn) ?? null };
        await this.audit.record(tx, actor, 'tax-profile.set', { kind: 'organisation', id: organisationId }, facts);
      }
      return { ...stated, rateBps: rateOn(vatRates, profile, fromOn) ?? null };
    });
  }

  /** What an organisation stated, newest first. */
  async historyOf(q: Queryable, organisationId: string): Promise<RatedProfile[]> {
    const { vatRates } = await this.policies.get(taxFigures, q);
    const stated = await this.profiles.statedBy(q, organisationId);
    return stated.map((one) => ({ ...one, rateBps: rateOn(vatRates, one.profile, one.fromOn) ?? null })).reverse();
  }

  /** The tax in commissions, by the profile and the rate of the day of each. */
  async vatOf(q: Queryable, organisationId: string, earned: readonly Earned[]): Promise<VatOfMonth> {
    const { vatRates } = await this.policies.get(taxFigures, q);
    const stated = await this.profiles.statedBy(q, organisationId);
    const parts = vatParts(earned, stated, vatRates);
    const silent = stated.length === 0 ? 'profile_not_stated' : null;
    return { parts, missing: parts.length === 0 ? silent : (parts.find(({ missing }) => missing)?.missing ?? null) };
  }

  private dayOf({ from }: TaxStatement, before: readonly StatedThen[]): Day {
    const today = this.clock.today();
    if (!from) return today;
    const most = addMonths(today, MONTHS_AHEAD);
    if (from < FIRST_DAY || from > most) throw invalid('OUT_OF_RANGE', { path: 'from', least: FIRST_DAY, most });
    if (before.length > 0 && from < today) throw invalid('DAY_PASSED', { path: 'from' });
    return from;
  }
}

function profileOf(
  { profile, vatBps }: TaxStatement,
  rate: (profile: TaxProfile) => BasisPoints | undefined,
): TaxProfile {
  if (vatBps === null || vatBps === undefined) {
    if (!profile) throw invalid('MUST_BE_GIVEN', { path: 'profile' });
    return profile;
  }
  const named = profile ?? BY_RATE[vatBps];
  if (!named) throw invalidTax('RATE_NAMES_NO_PROFILE', { path: 'vatBps' });
  if (rate(named) !== vatBps) throw invalidTax('RATE_OF_ANOTHER_PROFILE', { path: 'vatBps' });
  return named;
}
