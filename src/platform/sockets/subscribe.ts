import {
  createSourceEventStream,
  type DefinitionNode,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  Kind,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import { answerOf } from '../faces/answer.js';
import { errorOf, type GraphqlContext } from '../graphql/graphql-answer.js';

type Result = ExecutionResult | Promise<ExecutionResult>;

/** The results of one source event, by what was asked of it. */
const results = new WeakMap<object, Map<string, Result>>();

/**
 * Subscribes as graphql-js does, except that an event which goes to many is executed once for all who ask the same of it. So
 * the types below a subscription's root field must answer every receiver of an event alike: what differs between receivers
 * is decided before, by the event object they get.
 */
export async function subscribe(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const question = questionOf(args);
  const explain = (error: unknown) => explained(error, args.contextValue as GraphqlContext);
  return new Results(source[Symbol.asyncIterator](), (event) => resultOf(args, question, event), explain);
}

/** A refusal that ends a stream keeps its code; any other error is answered and logged with all errors. */
function explained(error: unknown, { locale }: GraphqlContext): unknown {
  const answer = answerOf(error, locale);
  return answer ? errorOf(answer) : error;
}

/** What is asked of each event, whatever was asked of the stream: receivers who start at different cursors ask the same. */
function questionOf({ document, operationName, variableValues }: ExecutionArgs): string {
  const { text, variables } = contentsOf(document);
  const values = variables.map((name) => variableValues?.[name] ?? null);
  return JSON.stringify([text, operationName ?? null, values]);
}

const documents = new WeakMap<DocumentNode, { text: string; variables: string[] }>();

function contentsOf(document: DocumentNode): { text: string; variables: string[] } {
  const known = documents.get(document);
  if (known) return known;
  const bare: DocumentNode = { ...document, definitions: document.definitions.map(withoutArguments) };
  const variables = new Set<string>();
  visit(bare, {
    enter(node) {
      // How a variable is declared, its default above all, is in the text; its value counts where it is used.
      if (node.kind === Kind.VARIABLE_DEFINITION) return false;
      if (node.kind === Kind.VARIABLE) variables.add(node.name.value);
      return undefined;
    },
  });
  const found = { text: print(bare), variables: [...variables].sort() };
  documents.set(document, found);
  return found;
}

/** A root field's arguments choose the events, not what is answered of each. */
function withoutArguments(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
  const bare = (node: SelectionNode): SelectionNode => (node.kind === Kind.FIELD ? { ...node, arguments: [] } : node);
  const selections = definition.selectionSet.selections.map(bare);
  return { ...definition, selectionSet: { ...definition.selectionSet, selections } };
}

function resultOf(args: ExecutionArgs, question: string, event: unknown): Result {
  const [subject] = Object.values(event as Record<string, unknown>);
  const run = () => execute({ ...args, rootValue: event });
  if (typeof subject !== 'object' || subject === null) return run();
  const known = results.get(subject) ?? new Map<string, Result>();
  results.set(subject, known);
  const before = known.get(question);
  if (before !== undefined) return before;
  const result = run();
  known.set(question, result);
  return result;
}

/** The results of a stream of events; ends the stream when it is ended. */
class Results implements AsyncGenerator<ExecutionResult> {
  constructor(
    private readonly source: AsyncIterator<unknown>,
    private readonly resultOf: (event: unknown) => Result,
    private readonly explain: (error: unknown) => unknown,
  ) {}

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    const { value, done } = await this.source.next().catch((error: unknown) => {
      throw this.explain(error);
    });
    if (done) return { value: undefined, done: true };
    return { value: await this.resultOf(value), done: false };
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    await this.source.return?.();
    return { value: undefined, done: true };
  }

  async throw(error: unknown): Promise<IteratorResult<ExecutionResult, undefined>> {
    await this.source.return?.();
    throw error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
