import pg from 'pg';

/** One statement on its way to the server and the promise of its outcome. */
export interface Statement {
  readonly text: string;
  readonly params: readonly unknown[];
  /** A name prepares it once per connection. */
  readonly name: string | undefined;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** The outcome of a statement: its rows and PostgreSQL's command tag, such as `INSERT 0 3`. */
export interface Outcome {
  readonly rows: unknown[];
  readonly tag: string;
}

/** The columns of an answer: their names and how their text is read. */
type Shape = readonly { readonly name: string; readonly read: (text: string) => unknown }[];

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** The part of the driver's connection that a custom query may use. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  /** Name → text of what is prepared on this connection. */
  readonly parsedStatements: Record<string, string>;
  parse(statement: { name: string | undefined; text: string }): void;
  bind(portal: { statement: string | undefined; values: unknown[] }): void;
  describe(portal: { type: 'P' }): void;
  execute(): void;
  sync(): void;
}

const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

/** The columns of each prepared statement, by connection and name. They cannot change, so they are described once. */
const shapes = new WeakMap<object, Map<string, Shape>>();

/**
 * Statements sent to the server in one message: PostgreSQL runs them in order and, outside a transaction, commits them
 * together. All succeed, or all fail with the error of the first that failed. Implements the driver's protocol of custom
 * queries (as its cursors do): the driver calls the `handle…` methods as answers arrive.
 */
export class StatementBatch {
  /** The driver requires a callback; outcomes go to the statements. */
  readonly callback = () => undefined;
  private readonly outcomes: Outcome[] = [];
  private readonly known: Map<string, Shape>;
  private shape: Shape | undefined;
  private rows: unknown[] = [];
  private unreadable: Error | undefined;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly statements: readonly Statement[],
    private readonly ended: () => void,
  ) {
    this.known = shapes.get(client) ?? new Map();
    shapes.set(client, this.known);
  }

  /** Name and text of the statement being answered: what the driver notes as prepared when the server says so. */
  get name(): string | undefined {
    return this.statements[this.outcomes.length]?.name;
  }

  get text(): string {
    return this.statements[this.outcomes.length]?.text ?? '';
  }

  submit(wire: Wire): Error | null {
    let values: unknown[][];
    try {
      // Before anything is sent: a value that cannot be written must not leave half a message behind.
      values = this.statements.map(({ params }) => params.map(prepareValue));
    } catch (error) {
      return error as Error;
    }
    const parsing = new Set<string>();
    wire.stream.cork();
    this.statements.forEach(({ name, text }, index) => {
      if (name === undefined || !(name in wire.parsedStatements || parsing.has(name))) wire.parse({ name, text });
      if (name !== undefined) parsing.add(name);
      wire.bind({ statement: name, values: values[index]! });
      if (name === undefined || !this.known.has(name)) wire.describe({ type: 'P' });
      wire.execute();
    });
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    this.shape = fields.map(({ name, dataTypeID }) => ({ name, read: this.client.getTypeParser(dataTypeID, 'text') }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    try {
      this.rows.push(rowOf(fields, this.shape ?? this.known.get(this.name!)!));
    } catch (error) {
      this.unreadable ??= error as Error;
    }
  }

  handleCommandComplete({ text: tag }: { text: string }): void {
    const { name } = this;
    if (name !== undefined && !this.known.has(name)) this.known.set(name, this.shape ?? []);
    this.outcomes.push({ rows: this.rows, tag });
    this.shape = undefined;
    this.rows = [];
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** Resolves when the server has finished all statements: until then a success may still be rolled back. */
  handleReadyForQuery(): void {
    for (const [index, { resolve, reject }] of this.statements.entries()) {
      if (this.unreadable) reject(this.unreadable);
      else resolve(this.outcomes[index]!);
    }
    this.ended();
  }

  handleError(error: Error): void {
    for (const { reject } of this.statements) reject(error);
    this.ended();
  }
}

function rowOf(fields: (string | null)[], shape: Shape): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < shape.length; index += 1) {
    const { name, read } = shape[index]!;
    const text = fields[index]!;
    row[name] = text === null ? null : read(text);
  }
  return row;
}
