import { inChunks } from './in-chunks.js';

describe('work in chunks', () => {
  const counted = (...found: number[]) => jest.fn(async () => found.shift() ?? 0);

  it('goes on while chunks are full, however many there are', async () => {
    const work = counted(...Array<number>(100).fill(10), 9, 10);
    await inChunks(10, work);
    expect(work).toHaveBeenCalledTimes(101);
  });

  it('ends when the time is used up, after the chunk in hand', async () => {
    const work = counted(10, 10, 10);
    await inChunks(10, work, 0);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
