/** A small seeded generator (mulberry32): the same seed gives every contender the same load. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Shuffles within windows: neighbours meet in a race, but what belongs together stays near. */
export function shuffleNear<T>(items: T[], window: number, random: () => number): T[] {
  const mixed = [...items];
  for (let index = 0; index < mixed.length - 1; index += 1) {
    const reach = Math.min(window, mixed.length - index);
    const other = index + Math.floor(random() * reach);
    [mixed[index], mixed[other]] = [mixed[other]!, mixed[index]!];
  }
  return mixed;
}
