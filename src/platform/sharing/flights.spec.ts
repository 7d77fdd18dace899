import { Gate } from '../loops/gate.js';
import { Flights } from './flights.js';

/** A flight that lands when told. */
function hangar() {
  const landings: { land: (value: string) => void; crash: (error: Error) => void }[] = [];
  const fly = () =>
    new Promise<string>((land, crash) => {
      landings.push({ land, crash });
    });
  return { landings, fly };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('flights', () => {
  it('lets those who arrive under way share the next one, never the one that left before they came', async () => {
    const { landings, fly } = hangar();
    const flights = new Flights<string>(10, 10);
    const first = flights.join('q', fly);
    const late = [flights.join('q', fly), flights.join('q', fly)];
    expect(landings).toHaveLength(1);
    landings[0]!.land('old');
    expect(await first).toBe('old');
    await settle();
    expect(landings).toHaveLength(2);
    const later = flights.join('q', fly);
    landings[1]!.land('new');
    expect(await Promise.all(late)).toEqual(['new', 'new']);
    await settle();
    expect(landings).toHaveLength(3);
    landings[2]!.land('newest');
    expect(await later).toBe('newest');
  });

  it('keeps nothing of a question that is answered', async () => {
    const { landings, fly } = hangar();
    const flights = new Flights<string>(1, 0);
    for (const answer of ['a', 'b']) {
      const asked = flights.join(answer, fly);
      landings.at(-1)!.land(answer);
      expect(await asked).toBe(answer);
      await settle();
    }
  });

  it('fails those aboard and nobody else', async () => {
    const { landings, fly } = hangar();
    const flights = new Flights<string>(10, 10);
    const first = flights.join('q', fly);
    const second = flights.join('q', fly);
    landings[0]!.crash(new Error('lost'));
    await expect(first).rejects.toThrow('lost');
    await settle();
    landings[1]!.land('fine');
    expect(await second).toBe('fine');
    await settle();
    const third = flights.join('q', fly);
    landings[2]!.land('again');
    expect(await third).toBe('again');
  });

  it('is busy beyond its bounds', async () => {
    const { landings, fly } = hangar();
    const flights = new Flights<string>(1, 1);
    const first = flights.join('q', fly);
    expect(() => flights.join('another', fly)).toThrow('BUSY');
    const second = flights.join('q', fly);
    expect(() => flights.join('q', fly)).toThrow('BUSY');
    landings[0]!.land('x');
    await first;
    await settle();
    landings[1]!.land('y');
    expect(await second).toBe('y');
    await settle();
    expect(() => flights.join('another', fly)).not.toThrow();
  });
});

describe('gate', () => {
  it('lets so many through at a time, the rest in order, and is busy beyond its queue', async () => {
    const { landings, fly } = hangar();
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
