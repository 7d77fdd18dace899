/** A lifecycle as data: each state with the states it may move to. Pure; a move is one UPDATE that names the state it leaves. */
export interface Lifecycle<S extends string> {
  readonly name: string;
  readonly initial: S;
  readonly states: readonly S[];
  canMove(from: S, to: S): boolean;
  /** The states from which `to` can be reached in one move: what the UPDATE's WHERE names. */
  sourcesOf(to: S): S[];
  targetsOf(from: S): readonly S[];
  isFinal(state: S): boolean;
}

/** Defines a lifecycle. Throws when a state cannot be reached from the initial one. */
export function defineLifecycle<S extends string>(
  name: string,
  initial: S,
  moves: Readonly<Record<S, readonly S[]>>,
): Lifecycle<S> {
  const states = Object.keys(moves) as S[];
  const reached = new Set<S>([initial]);
  for (const state of reached) for (const next of moves[state]) reached.add(next);
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${name}: unreachable states ${lost.join(', ')}`);
  return {
    name,
    initial,
    states,
    canMove: (from, to) => moves[from].includes(to),
    sourcesOf: (to) => states.filter((state) => moves[state].includes(to)),
    targetsOf: (from) => moves[from],
    isFinal: (state) => moves[state].length === 0,
  };
}
