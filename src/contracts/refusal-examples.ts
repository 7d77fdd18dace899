import { type GraphQLSchema, isObjectType, isUnionType } from 'graphql';
import { type ErrorEntry, errorCatalogue, type RefusalClass } from '../kernel/index.js';
import { IDEMPOTENCY_KEY } from '../platform/faces/index.js';
import { exampleProblem } from '../platform/pages/index.js';
import { type Content, type Document, type Operation, operationsOf, type Placed } from './document.js';

const PROBLEM = 'application/problem+json';
const SCHEMA = { $ref: '#/components/schemas/Problem' };

export interface RefusalSources {
  /** The GraphQL face: the mutation of the same name lists its refusals already. */
  readonly graphql: GraphQLSchema;
  readonly isPublic: (operationId: string) => boolean;
  readonly declared: (operationId: string) => readonly RefusalClass[];
}

/** Gives every operation an answer for each status it may be refused with, and an example for each of its codes. */
export function describeRefusals(document: Document, sources: RefusalSources): void {
  const catalogue = new Map(errorCatalogue().map((entry) => [entry.code, entry]));
  const shown = new Set<string>();
  for (const placed of operationsOf(document)) {
    const codes = [...new Set([...commonCodes(placed, sources), ...ownCodes(placed, sources)])].sort();
    for (const entry of codes.map((code) => catalogue.get(code)).filter((one) => one !== undefined)) {
      addRefusal(placed.operation, entry);
      shown.add(entry.code);
    }
  }
  document.components['examples'] = Object.fromEntries(
    [...shown].map((code) => [code, exampleOf(catalogue.get(code)!)]),
  );
}

/** The codes that the edge, the guard and the pipes may refuse any request of this shape with. */
function commonCodes({ operation, path }: Placed, { isPublic }: RefusalSources): string[] {
  const { operationId, parameters = [], requestBody } = operation;
  const hasInput = parameters.some((one) => one.in === 'query' || one.in === 'path') || requestBody;
  const repeatable = parameters.some(({ name }) => name === IDEMPOTENCY_KEY);
  return [
    ...['RATE_LIMITED', 'BUSY', 'INTERNAL'],
    ...(isPublic(operationId) ? [] : ['UNAUTHENTICATED', 'FORBIDDEN', 'ADDRESS_NOT_ALLOWED']),
    ...(path.includes('{') ? ['NOT_FOUND'] : []),
    ...(hasInput ? ['INVALID_INPUT'] : []),
    ...(requestBody ? ['BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] : []),
    ...(repeatable ? ['IDEMPOTENCY_IN_FLIGHT', 'IDEMPOTENCY_KEY_REUSED'] : []),
  ];
}

/** The refusals of the mutation of the same name and of the handler's own declaration. */
function ownCodes({ operation: { operationId }, path }: Placed, { graphql, declared }: RefusalSources): string[] {
  const field = graphql.getMutationType()?.getFields()[operationId];
  const union = field && graphql.getType(String(field.type).replace('!', ''));
  const members = isUnionType(union) ? union.getTypes() : [];
  const refusals = members.filter((member) => isObjectType(member) && member.getInterfaces().length > 0);
  const common = new Set([
    'INVALID_INPUT',
    'IDEMPOTENCY_IN_FLIGHT',
    'IDEMPOTENCY_KEY_REUSED',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
  ]);
  const named = refusals.map(({ description }) => (description ?? '').split(':')[0] as string);
  // WRONG_STATE is in every union, but an operation without an object in its path has no state to be wrong.
  if (!path.includes('{')) common.add('WRONG_STATE');
  return [...named.filter((code) => !common.has(code)), ...declared(operationId).map(({ spec }) => spec.code)];
}

function addRefusal(operation: Operation, { code, status, meaning }: ErrorEntry): void {
  const responses = operation.responses;
  const known = responses[status];
  // An operation of another standard, OAuth's token endpoint, describes itself how it refuses with this status.
  if (known?.content && !known.content[PROBLEM]) return;
  const made =
    known && !known.$ref ? known : { description: '', headers: {}, content: { [PROBLEM]: { schema: SCHEMA } } };
  const content = made.content![PROBLEM] as Content;
  content.examples = { ...content.examples, [code]: { $ref: `#/components/examples/${code}` } };
  const words = [made.description, `- \`${code}\`: ${meaning.en}`].filter(Boolean);
  responses[status] = { ...made, description: words.join('\n') };
}

function exampleOf(entry: ErrorEntry): Record<string, unknown> {
  return { summary: `${entry.title.en} · ${entry.title.zh}`, value: exampleProblem(entry, 'en') };
}
