import { FairGate, Gate } from './gate.js';

/** Work that ends when the test says so. */
function workshop() {
  const landings: { land: (value: string) => void; crash: (error: Error) => void }[] = [];
  const fly = () =>
    new Promise<string>((land, crash) => {
      landings.push({ land, crash });
    });
  return { landings, fly };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('gate', () => {
  it('lets so many through at a time, the rest in order, and is busy beyond its queue', async () => {
    const { landings, fly } = workshop();
    const gate = new Gate(2, 1);
    const inside = [gate.through(fly), gate.through(fly)];
    const queued = gate.through(fly);
    await expect(gate.through(fly)).rejects.toThrow('BUSY');
    expect(landings).toHaveLength(2);
    landings[0]!.crash(new Error('lost'));
    await expect(inside[0]).rejects.toThrow('lost');
    await settle();
    expect(landings).toHaveLength(3);
    landings[1]!.land('b');
    landings[2]!.land('c');
    expect(await Promise.all([inside[1], queued])).toEqual(['b', 'c']);
    await Promise.all([gate.through(async () => 1), gate.through(async () => 2)]);
  });
});

describe('a fair gate', () => {
  it('gives each owner its few places, lets others pass those who wait for theirs, and is busy beyond', async () => {
    const { landings, fly } = workshop();
    const gate = new FairGate({ width: 2, each: 1, eachWaiting: 1, waiting: 2 });
    const first = gate.through('greedy', fly);
    const second = gate.through('greedy', fly);
    await expect(gate.through('greedy', fly)).rejects.toThrow('BUSY');
    const other = gate.through('modest', fly);
    await settle();
    expect(landings).toHaveLength(2);
    const third = gate.through('third', fly);
    await expect(gate.through('fourth', fly)).rejects.toThrow('BUSY');
    landings[1]!.land('other');
    expect(await other).toBe('other');
    await settle();
    expect(landings).toHaveLength(3);
    landings[2]!.land('third');
    expect(await third).toBe('third');
    landings[0]!.crash(new Error('lost'));
    await expect(first).rejects.toThrow('lost');
    await settle();
    landings[3]!.land('second');
    expect(await second).toBe('second');
  });
});
