import { webhookFigures } from './webhook-figures.js';

describe('the figures of webhooks', () => {
  it('retry for about 28 hours, as Standard Webhooks suggests', () => {
    const { retrySeconds } = webhookFigures.schema.parse({});
    expect(retrySeconds).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]);
    expect(retrySeconds.reduce((sum, seconds) => sum + seconds, 0) / 3_600).toBeCloseTo(27.58, 1);
  });
});
