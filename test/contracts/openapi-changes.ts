/** What of a REST contract changed in a way that can break a client, in one line each. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}
interface Body {
  required?: boolean;
  content?: Record<string, { schema?: Schema }>;
}
interface Operation {
  operationId?: string;
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body & { $ref?: string }>;
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema>; 'x-refusals'?: Record<string, { status: number }> } & Record<
    string,
    unknown
  >;
}

/** In a request the client writes and we read; in an answer it is the other way round, and so is what breaks. */
type Direction = 'request' | 'answer';

class Comparison {
  readonly changes: string[] = [];
  private readonly compared = new Set<string>();

  constructor(
    private readonly before: OpenApi,
    private readonly after: OpenApi,
  ) {}

  run(): string[] {
    const after = new Map(operationsOf(this.after));
    for (const [name, old] of operationsOf(this.before)) {
      const now = after.get(name);
      if (now) this.operation(name, old, now);
      else this.say(`${name} is gone`);
    }
    const codes = this.after.components?.['x-refusals'] ?? {};
    for (const [code, { status }] of Object.entries(this.before.components?.['x-refusals'] ?? {})) {
      if (!codes[code]) this.say(`the refusal ${code} is gone`);
      else if (codes[code].status !== status)
        this.say(`the refusal ${code} has status ${codes[code].status}, not ${status}`);
    }
    const problem = { $ref: '#/components/schemas/Problem' };
    if (this.before.components?.schemas?.['Problem']) this.schema('problem documents', problem, problem, 'answer');
    return [...new Set(this.changes)].sort();
  }

  private say(change: string): void {
    this.changes.push(change);
  }

  private operation(name: string, old: Operation, now: Operation): void {
    if (old.operationId !== now.operationId) this.say(`${name} is called ${now.operationId}, not ${old.operationId}`);
    if (old.security?.length === 0 && now.security?.length !== 0) this.say(`${name} needs a login`);
    this.parameters(name, this.parametersOf(this.before, old), this.parametersOf(this.after, now));
    this.contents(`${name} takes`, old.requestBody, now.requestBody, 'request');
    if (now.requestBody?.required && !old.requestBody?.required) this.say(`${name} needs a body`);
    for (const [status, answer] of Object.entries(old.responses)) {
      if (!/^2/.test(status)) continue;
      if (now.responses[status]) this.contents(`${name} answers`, answer, now.responses[status], 'answer');
      else this.say(`${name} does not answer ${status}`);
    }
  }

  private parameters(name: string, old: Parameter[], now: Parameter[]): void {
    const same = (one: Parameter) => (other: Parameter) =>
      one.in === other.in && (one.in === 'path' || one.name === other.name);
    for (const parameter of old) {
      const known = now.find(same(parameter));
      if (!known) this.say(`${name} knows no ${parameter.in} parameter ${parameter.name}`);
      else
        this.schema(`${name} ${parameter.name}`, withoutNull(parameter.schema), withoutNull(known.schema), 'request');
      if (known?.required && !parameter.required) this.say(`${name} needs the ${known.in} parameter ${known.name}`);
    }
    const added = now.filter((parameter) => parameter.required && !old.some(same(parameter)));
    for (const parameter of added) this.say(`${name} needs the ${parameter.in} parameter ${parameter.name}`);
  }

  private parametersOf({ components }: OpenApi, { parameters = [] }: Operation): Parameter[] {
    const shared = (components?.['parameters'] ?? {}) as Record<string, Parameter>;
    return parameters.map((one) => (one.$ref ? shared[one.$ref.split('/').at(-1) as string] : one) as Parameter);
  }

  private contents(where: string, old: Body | undefined, now: Body | undefined, direction: Direction): void {
    for (const [mediaType, { schema }] of Object.entries(old?.content ?? {})) {
      const known = now?.content?.[mediaType];
      if (!known) this.say(`${where} no ${mediaType}`);
      else this.schema(where, schema, known.schema, direction);
    }
  }

  private schema(where: string, old: Schema | undefined, now: Schema | undefined, direction: Direction): void {
    if (!old || !now) return;
    const key = `${where} ${old.$ref} ${now.$ref}`;
    if ((old.$ref || now.$ref) && this.compared.has(key)) return;
    this.compared.add(key);
    const [was, is] = [plain(old, this.before), plain(now, this.after)];
    const at = old.$ref
      ? `${where.split(' ')[0] === 'problem' ? 'problem' : direction} ${old.$ref.split('/').at(-1)}`
      : where;
    this.types(at, was, is, direction);
    this.words(at, was, is, direction);
    if (was.format !== is.format)
      this.say(`${at} has the format ${is.format ?? 'of any text'}, not ${was.format ?? 'of any text'}`);
    if (direction === 'request' && is.pattern && was.pattern !== is.pattern) this.say(`${at} must match ${is.pattern}`);
    this.properties(at, was, is, direction);
    this.schema(`${at}[]`, was.items, is.items, direction);
    const options = (one: Schema) => one.oneOf ?? one.anyOf ?? [];
    for (const [i, option] of options(was).entries()) this.schema(`${at}|${i}`, option, options(is)[i], direction);
  }

  private types(at: string, was: Schema, is: Schema, direction: Direction): void {
    const [before, after] = [typesOf(was), typesOf(is)];
    if (before.length === 0 || after.length === 0) return;
    const lost =
      direction === 'request'
        ? before.filter((one) => !after.includes(one))
        : after.filter((one) => !before.includes(one));
    if (lost.length > 0) this.say(`${at} ${direction === 'request' ? 'may not be' : 'may be'} ${lost.join(' or ')}`);
  }

  private words(at: string, was: Schema, is: Schema, direction: Direction): void {
    if (direction === 'answer' || !is.enum) return;
    const lost = was.enum ? was.enum.filter((word) => !is.enum?.includes(word)) : ['any other word'];
    if (lost.length > 0) this.say(`${at} may not be ${lost.join(', ')}`);
  }

  private properties(at: string, was: Schema, is: Schema, direction: Direction): void {
    for (const [name, old] of Object.entries(was.properties ?? {})) {
      const now = is.properties?.[name];
      if (now) this.schema(`${at}.${name}`, old, now, direction);
      else if (is.properties || direction === 'answer') this.say(`${at}.${name} is gone`);
    }
    const [before, after] = [was.required ?? [], is.required ?? []];
    if (direction === 'answer') {
      for (const name of before)
        if (!after.includes(name) && is.properties?.[name]) this.say(`${at}.${name} may be missing`);
    } else for (const name of after) if (!before.includes(name)) this.say(`${at}.${name} must be given`);
  }
}

function operationsOf({ paths }: OpenApi): [string, Operation][] {
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]): [string, Operation] => [
      `${verb.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`,
      operation,
    ]),
  );
}

/** The schema itself: references followed, a single `allOf` or a choice between something and null unpacked. */
function plain(schema: Schema, document: OpenApi): Schema {
  const target = schema.$ref ? document.components?.schemas?.[schema.$ref.split('/').at(-1) as string] : undefined;
  if (schema.$ref) return target ? plain(target, document) : schema;
  if (schema.allOf?.length === 1) return plain(schema.allOf[0] as Schema, document);
  const some = schema.anyOf?.filter((one) => one.type !== 'null');
  if (some?.length !== 1 || some.length === schema.anyOf?.length) return schema;
  const inner = plain(some[0] as Schema, document);
  return { ...inner, type: [...typesOf(inner), 'null'] };
}

/** A URL cannot carry null, whatever a contract says of its parameters. */
function withoutNull(schema: Schema | undefined): Schema | undefined {
  if (!Array.isArray(schema?.type)) return schema;
  return { ...schema, type: schema.type.filter((one) => one !== 'null') };
}

/** An integer is a number too. */
function typesOf({ type }: Schema): string[] {
  return [type ?? []].flat().map((one) => (one === 'integer' ? 'number' : one));
}

/** The breaking changes from one REST contract to another. */
export function breakingChanges(before: OpenApi, after: OpenApi): string[] {
  return new Comparison(before, after).run();
}
