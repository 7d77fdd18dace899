import { taxFigures } from './tax-figures.js';
import { rateOn } from './vat.policy.js';

const { schema } = taxFigures;
const rate = (from: string, until: string | null, bps = 300) => ({ profile: 'small_scale', from, until, bps });

describe('the rates of value added tax as a policy', () => {
  it('are those of the law by default, and are extended when it changes', () => {
    const { vatRates } = schema.parse({});
    expect(rateOn(vatRates, 'small_scale', '2028-01-01')).toBeUndefined();
    const extended = schema.parse({ vatRates: [...vatRates, rate('2028-01-01', null)] });
    expect(rateOn(extended.vatRates, 'small_scale', '2028-01-01')).toBe(300);
    expect(rateOn(extended.vatRates, 'small_scale', '2027-12-31')).toBe(100);
  });

  it.each<[string, unknown]>([
    ['two rates of one profile on one day', [rate('2023-01-01', '2027-12-31'), rate('2027-12-31', null)]],
    ['a rate that ends before it begins', [rate('2028-01-01', '2027-12-31')]],
    ['a rate without end before another', [rate('2023-01-01', null), rate('2028-01-01', null)]],
    ['a rate above any of the law', [rate('2023-01-01', null, 2_001)]],
    ['a day that is none', [rate('2023-02-30', null)]],
    ['no rate at all', []],
  ])('refuse %s', (_, vatRates) => {
    expect(schema.safeParse({ vatRates }).success).toBe(false);
  });
});
