/** Defines a lifecycle. Throws when a state cannot be reached from the initial one. */
export function defineLifecycle(name, initial, moves) {
    const states = Object.keys(moves);
    const reached = new Set([initial]);
    for (const state of reached)
        for (const next of moves[state])
            reached.add(next);
    const lost = states.filter((state) => !reached.has(state));
    if (lost.length > 0)
        throw new Error(`${name}: unreachable states ${lost.join(', ')}`);
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
