import { cursorOf, cutByWeight } from './page.js';

describe('a page cut by the weight of its nodes', () => {
  const pageOf = (...weights: number[]) => ({
    nodes: weights.map((weight, n) => ({ id: `n${n}`, weight })),
    endCursor: 'end',
    hasNextPage: false,
  });
  const cut = (page: ReturnType<typeof pageOf>) =>
    cutByWeight(
      page,
      10,
      ({ weight }) => weight,
      ({ id }) => [id],
    );

  it('is the page itself while it is light enough', () => {
    const page = pageOf(4, 6);
    expect(cut(page)).toBe(page);
  });

  it('goes on after the last node that fits', () => {
    const { nodes, ...rest } = cut(pageOf(4, 6, 1, 1));
    expect(nodes.map(({ id }) => id)).toEqual(['n0', 'n1']);
    expect(rest).toEqual({ endCursor: cursorOf(['n1']), hasNextPage: true });
  });

  it('has one node at least, however heavy', () => {
    expect(cut(pageOf(99)).nodes).toHaveLength(1);
    expect(cut(pageOf(99, 1))).toMatchObject({ hasNextPage: true, endCursor: cursorOf(['n0']) });
  });
});
