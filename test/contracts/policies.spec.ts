import '../../src/boot/modules.js';
import { declaredFigures } from '../../src/platform/policy/index.js';

describe('the figures of policies', () => {
  it('each say what they mean', () => {
    const figures = declaredFigures();
    expect(figures.length).toBeGreaterThan(40);
    expect(
      figures.filter(({ description }) => description.length < 8).map(({ policy, path }) => `${policy}.${path}`),
    ).toEqual([]);
  });
});
