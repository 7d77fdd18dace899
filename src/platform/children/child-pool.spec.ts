import { pathToFileURL } from 'node:url';
import { ChildPool } from './child-pool.js';

const ENTRY = pathToFileURL(`${process.cwd()}/test/support/obedient-child.js`);
const limits = { heapMb: 48, memoryMb: 320, silenceMs: 10_000, answerMs: 600_000, most: 1, warmMs: 10_000 };

describe('a pool of children', () => {
  const pool = new ChildPool<string, string, string>(ENTRY, limits);

  it('keeps a child for the next task, and answers in order', async () => {
    for (const size of [0, 3_000_000]) {
      const reading = await pool.start('begin', Buffer.alloc(size));
      expect(await reading.first).toEqual({ kind: 'value', value: `begin: ${size}` });
      const answers = await Promise.all([reading.ask('one'), reading.ask('two')]);
      expect(answers.map((one) => one.kind === 'value' && one.value)).toEqual([`one: ${size}`, `two: ${size}`]);
      reading.close();
    }
  });

  it.each(['end', 'grow', 'swell', 'spin'])(
    'tells that a child ended of its task, and has another one: %s',
    async (act) => {
      const reading = await pool.start(act, Buffer.alloc(1));
      const waiting = pool.start('begin', Buffer.alloc(1));
      expect(await reading.first).toEqual({ kind: 'died' });
      expect(await reading.ask('more')).toEqual({ kind: 'died' });
      reading.close();
      const next = await waiting;
      expect(await next.first).toEqual({ kind: 'value', value: 'begin: 1' });
      next.close();
    },
  );

  it('tells a fault from an end', async () => {
    const reading = await pool.start('begin', Buffer.alloc(1));
    await reading.first;
    expect(await reading.ask('fail')).toMatchObject({ kind: 'failed', message: expect.stringContaining('it failed') });
    reading.close();
  });
});
