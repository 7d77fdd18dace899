import { z } from 'zod';
import { defineReasons, isDay } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';
import { TAX_PROFILE, VAT_RATES, type VatRate } from './vat.policy.js';

defineReasons({
  RATES_OUT_OF_ORDER: [
    'a last day must not be before the first, and no two rates of one profile may be in force on one day',
    '最后一日不得早于首日，同一身份同一日只能有一个税率',
  ],
  RATE_OF_EACH_PROFILE: ['must have a rate of each tax profile', '每种纳税人身份均须有税率'],
});

const day = z.string().refine(isDay, 'NOT_A_DAY');

const rate = z.object({
  profile: z.enum(TAX_PROFILE.codes),
  from: day,
  until: day.nullable(),
  bps: z.number().int().min(0).max(2_000),
});

/** Rates that a platform admin extends as the law does: after the last day of a rate nothing is computed until the next is set. */
export const taxFigures = definePolicy(
  'tax',
  z.object({
    vatRates: z
      .array(rate)
      .min(1)
      .max(100)
      .refine(
        (rates) => TAX_PROFILE.codes.every((code) => rates.some(({ profile }) => profile === code)),
        'RATE_OF_EACH_PROFILE',
      )
      .refine(haveDaysInOrder, 'RATES_OUT_OF_ORDER')
      .default(VAT_RATES.map((one) => ({ ...one })))
      .describe(
        'The rates of value added tax of each stated tax profile, in basis points, each from its first day until its last one; null: until the law changes.',
      ),
  }),
);

function haveDaysInOrder(rates: readonly VatRate[]): boolean {
  const endOf = (one: VatRate) => one.until ?? '9999-12-31';
  const sound = rates.every((one) => one.from <= endOf(one));
  const meet = rates.some((one, n) =>
    rates
      .slice(n + 1)
      .some((other) => other.profile === one.profile && one.from <= endOf(other) && other.from <= endOf(one)),
  );
  return sound && !meet;
}
