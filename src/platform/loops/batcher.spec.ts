import { Batcher } from './batcher.js';

function batcher(lingers?: () => number) {
  const batches: number[][] = [];
  const work = async (items: number[]) => {
    batches.push(items);
    return items;
  };
  return {
    batches,
    it: new Batcher<number, number>({
      lanes: 1,
      largest: 3,
      touches: () => ({ shared: [] }),
      work,
      ...(lingers && { lingers }),
    }),
  };
}

describe('a batcher', () => {
  it('begins at once with what comes alone', async () => {
    const { batches, it: alone } = batcher(() => 0);
    const answered = alone.add(1);
    expect(batches).toEqual([[1]]);
    await answered;
  });

  it('waits a moment for company when it is asked to', async () => {
    jest.useFakeTimers();
    try {
      const { batches, it: crowded } = batcher(() => 5);
      const first = crowded.add(1);
      jest.advanceTimersByTime(4);
      expect(batches).toEqual([]);
      const second = crowded.add(2);
      jest.advanceTimersByTime(1);
      await Promise.all([first, second]);
      expect(batches).toEqual([[1, 2]]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('waits for nobody once a batch is full', async () => {
    const { batches, it: full } = batcher(() => (batches.length === 0 ? 0 : 60_000));
    await Promise.all([1, 2, 3, 4].map((n) => full.add(n)));
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });
});
