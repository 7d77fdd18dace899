import type { TestApp } from './app.js';

/** What one root field answered: a view, or a refusal with `__typename`, `code`, `message`. */
export type Answer = Record<string, any>;

/** Arguments of a root field with their GraphQL types: `{ caseId: ['ID!', 'case_01J…'] }`. */
export type Arguments = Record<string, readonly [type: string, value: unknown]>;

export interface AskOptions {
  token?: string | undefined;
  idempotencyKey?: string;
}

const REFUSAL = '__typename ... on Refusal { code message path retryAfterSeconds details }';

/** The document and variables of one root field. */
export function operationOf(
  kind: 'query' | 'mutation' | 'subscription',
  name: string,
  args: Arguments,
  fields: string,
) {
  const names = Object.keys(args);
  const declared = names.map((arg) => `$${arg}: ${args[arg]![0]}`).join(', ');
  const given = names.map((arg) => `${arg}: $${arg}`).join(', ');
  const selection = fields === '' ? '' : ` { ${fields} }`;
  const query = `${kind}${declared ? ` (${declared})` : ''} { ${name}${given ? `(${given})` : ''}${selection} }`;
  return { query, variables: Object.fromEntries(names.map((arg) => [arg, args[arg]![1]])) };
}

/** Runs one mutation and answers its union member, refusal or not. Throws only when there is no answer at all. */
export async function act(
  app: TestApp,
  name: string,
  args: Arguments,
  fields: string,
  options: AskOptions = {},
): Promise<Answer> {
  const { query, variables } = operationOf('mutation', name, args, `${REFUSAL} ${fields}`);
  const headers: Record<string, string> = options.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {};
  const answer = await app.graphql(query, variables, options.token, headers);
  const data = answer.data?.[name];
  if (!data) throw new Error(`${name}: HTTP ${answer.status} ${JSON.stringify(answer.errors)}`);
  return data;
}

/** Runs one mutation that must succeed. */
export async function done(
  app: TestApp,
  name: string,
  args: Arguments,
  fields: string,
  options: AskOptions = {},
): Promise<Answer> {
  const answer = await act(app, name, args, fields, options);
  if (answer['code'] !== undefined && answer['message'] !== undefined) {
    throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  }
  return answer;
}

/** Runs one query that must succeed. */
export async function ask(
  app: TestApp,
  name: string,
  args: Arguments,
  fields: string,
  token?: string,
): Promise<Answer> {
  const { query, variables } = operationOf('query', name, args, fields);
  const answer = await app.graphql(query, variables, token);
  if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
  return answer.data?.[name];
}
