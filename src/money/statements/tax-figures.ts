import { z } from 'zod';
import { isDay } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';
import { TAX_PROFILE, VAT_RATES, type VatRate } from './vat.policy.js';

const day = z.string().refine(isDay, 'a day written YYYY-MM-DD');

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
      .refine(haveDaysInOrder, 'a last day not before the first, and no two rates of one profile on one day')
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
