import { SharedRuns } from './shared-runs.js';

interface Answer {
  said: string;
}
const AGES = { freshMs: 100, keptMs: 1_000 };
const LONG_AGO = Number.NEGATIVE_INFINITY;
describe('identical questions', () => {
  let now: number;
  let made: { answer(said: string | undefined): Promise<void>; fail(): Promise<void> }[];
  let runs: SharedRuns<Answer>;
  beforeEach(() => {
    now = 10_000;
    made = [];
    runs = new SharedRuns<Answer>({ questions: 2, waiting: 3, kept: 10 });
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  const make = () =>
    new Promise<Answer | undefined>((resolve, reject) => {
      made.push({
        answer: (said) => settled(() => resolve(said === undefined ? undefined : { said })),
        fail: () => settled(() => reject(new Error('lost'))),
      });
    });
  async function settled(act: () => void): Promise<void> {
    act();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const ask = (earliest = LONG_AGO, question = 'q') => runs.ask(question, AGES, earliest, make);
  /** Asks twice at once, so that the answer is kept. */
  async function keep(said: string): Promise<void> {
    const both = [ask(), ask()];
    await made.at(-1)!.answer(said);
    expect(await Promise.all(both)).toEqual([{ said }, { said }]);
  }

  it('share the answer under way', async () => {
    await keep('a');
    expect(made).toHaveLength(1);
  });

  it('are answered at once for a while, then anew while others still get the old answer', async () => {
    await keep('old');
    now += 99;
    expect(ask()).toEqual({ said: 'old' });
    now += 1;
    const anew = ask();
    expect(made).toHaveLength(2);
    expect(ask()).toEqual({ said: 'old' });
    await made[1]!.answer('new');
    expect(await anew).toEqual({ said: 'new' });
    expect(ask()).toEqual({ said: 'new' });
  });

  it('never get an answer that began a second ago, kept or under way', async () => {
    await keep('old');
    now += 500;
    const slow = ask();
    now += 500;
    const waits = ask();
    expect(waits).toBeInstanceOf(Promise);
    now += 500;
    const late = ask();
    expect(made).toHaveLength(2);
    await made[1]!.answer('slow');
    expect(await slow).toEqual({ said: 'slow' });
    expect(made).toHaveLength(3);
    await made[2]!.answer('new');
    expect([await waits, await late]).toEqual([{ said: 'slow' }, { said: 'new' }]);
  });

  it('never show an asker the state before its own act', async () => {
    await keep('before');
    now += 10;
    const acted = now;
    now += 10;
    const own = ask(acted);
    expect(own).toBeInstanceOf(Promise);
    expect(ask()).toEqual({ said: 'before' });
    now += 10;
    const actedAgain = now;
    now += 10;
    const next = ask(actedAgain);
    expect(made).toHaveLength(2);
    await made[1]!.answer('after');
    expect(await own).toEqual({ said: 'after' });
    await made[2]!.answer('after both');
    expect(await next).toEqual({ said: 'after both' });
    expect(ask(actedAgain)).toEqual({ said: 'after both' });
  });

  it('count an act at the very instant the answer began as one it does not show', async () => {
    await keep('at once');
    expect(ask(now)).toBeInstanceOf(Promise);
  });

  it('leave nothing behind when they are asked once, and an answer from the second time on', async () => {
    for (const [n, said] of ['a', 'b'].entries()) {
      expect(ask()).toBeInstanceOf(Promise);
      await made[n]!.answer(said);
    }
    expect(ask()).toEqual({ said: 'b' });
  });

  it('fail together, and nobody else with them', async () => {
    const aboard = [ask(), ask()].map((one) => expect(one).rejects.toThrow('lost'));
    const next = ask(now);
    await made[0]!.fail();
    await Promise.all(aboard);
    await made[1]!.answer(undefined);
    expect(await next).toBeUndefined();
    const again = ask();
    await made[2]!.answer('fine');
    expect(await again).toEqual({ said: 'fine' });
  });

  it('have no room beyond the bounds', async () => {
    ask();
    ask(LONG_AGO, 'another');
    expect(ask(LONG_AGO, 'a third')).toBeUndefined();
    const waiting = [ask(), ask(now), ask(now)];
    expect(ask()).toBeUndefined();
    await made[0]!.answer('a');
    await made[2]!.answer('b');
    expect(await Promise.all(waiting)).toEqual([{ said: 'a' }, { said: 'b' }, { said: 'b' }]);
    expect(ask(LONG_AGO, 'a third')).toBeInstanceOf(Promise);
  });
});
