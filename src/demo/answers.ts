/** An expected "no" of the API, as both faces spell it. */
export interface RefusalAnswer {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  readonly details: Record<string, unknown> | null;
  readonly retryAfterSeconds: number | null;
}

/** An act that was done, or a refusal the caller said it can live with. */
export type Outcome<T> = { readonly done: T } | { readonly refused: RefusalAnswer };

/** An answer the story does not foresee. The message carries everything that was answered. */
export class UnexpectedAnswer extends Error {
  constructor(who: string, what: string, answer: unknown) {
    super(`${who}: ${what} was answered unexpectedly:\n${JSON.stringify(answer, null, 2)}`);
    this.name = 'UnexpectedAnswer';
  }
}

/** Arguments of a mutation: GraphQL type and value, by name. */
export type Arguments = Readonly<Record<string, readonly [type: string, value: unknown]>>;

/** The text of a mutation that answers the wanted type's fields or a refusal. `wanted` reads `Grab { id state }`. */
export function mutationText(name: string, given: Arguments, wanted: string): string {
  const entries = Object.entries(given);
  const declared = entries.map(([arg, [type]]) => `$${arg}: ${type}`).join(', ');
  const passed = entries.map(([arg]) => `${arg}: $${arg}`).join(', ');
  const head = entries.length > 0 ? [`(${declared})`, `(${passed})`] : ['', ''];
  const refusal = '... on Refusal { code message path details retryAfterSeconds }';
  return `mutation${head[0]} { ${name}${head[1]} { __typename ${refusal} ... on ${wanted} } }`;
}

export function variablesOf(given: Arguments): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name, value]));
}
