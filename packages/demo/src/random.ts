/** A small seeded generator (mulberry32): the same seed gives the same sequence on every machine. Not for secrets. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 inclusive to 1 exclusive. */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both inclusive. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.unit() * from.length)]!;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Spread evenly over the orders of magnitude between the two, as amounts of money are. */
  logarithmic(low: number, high: number): number {
    return low * (high / low) ** this.unit();
  }

  /** `count` different whole numbers from 0 to `below` − 1, in ascending order. */
  distinct(count: number, below: number): number[] {
    const chosen = new Set<number>();
    while (chosen.size < Math.min(count, below)) chosen.add(this.whole(0, below - 1));
    return [...chosen].sort((a, b) => a - b);
  }
}
