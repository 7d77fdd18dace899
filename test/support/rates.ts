import { TokenBucket } from '../../src/platform/faces/token-bucket.js';

/** Rates of requests, once used up, stay so: on a slow machine some would come back between two requests of one test. */
export function withoutRefill(): void {
  beforeAll(() => {
    jest.spyOn(TokenBucket.prototype as unknown as { refill(): void }, 'refill').mockReturnValue(undefined);
  });
  afterAll(() => jest.restoreAllMocks());
}
