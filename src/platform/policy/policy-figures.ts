import { z } from 'zod';

/** A figure of a policy, for whoever reads or changes it. Values are JSON. */
export interface PolicyFigure {
  /** Its place in the value: `grades.junior.casesHeld`. */
  readonly path: string;
  readonly description: string;
  /** What its number counts: `days`, `basis_points`, `fen` … */
  readonly unit: string;
  readonly value: unknown;
  readonly default: unknown;
  /** `integer`, `number`, `string`, `boolean` or `array`. */
  readonly form: string;
  /** Bounds of the value; of a list, of each of its items. */
  readonly least: number | null;
  readonly most: number | null;
  /** Whether it may be null, which then means: no limit. */
  readonly nullable: boolean;
}

interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Shape;
  /** Said with `.meta()`: the unit, and the bounds of an amount, which is a string. */
  readonly unit?: string;
  readonly least?: number;
  readonly most?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly additionalProperties?: Shape | boolean;
  readonly anyOf?: readonly Shape[];
}

/** Every figure of a schema, with its value in force and its default. */
export function figuresOf(schema: z.ZodType, value: unknown, defaults: unknown): PolicyFigure[] {
  return [...leavesOf(shapeOf(schema), '', '')].map(({ path, shape, description }) => {
    const nullable = shape.anyOf?.some(({ type }) => type === 'null') ?? false;
    const given = shape.anyOf?.find((one) => one.type !== 'null') ?? shape;
    const { type: form = 'string' } = given;
    return {
      ...{ path, description, unit: unitOf(path, shape.unit ?? given.unit, given) },
      ...{ value: at(value, path), default: at(defaults, path), form, nullable, ...boundsOf(given) },
    };
  });
}

/** Units that a name says: the last part that ends in one of these. */
const BY_NAME: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/Bps$/, 'basis_points'],
  [/Fen$/, 'fen'],
  [/Ms$/, 'milliseconds'],
  [/PerSecond$/, 'per_second'],
  [/(?:^s|S)econds$/, 'seconds'],
  [/(?:^m|M)inutes$/, 'minutes'],
  [/(?:^h|H)ours$/, 'hours'],
  [/(?:^d|D)ays$/, 'days'],
  [/(?:^m|M)onths$/, 'months'],
  [/Multiple$/, 'times'],
  [/Points$/, 'points'],
];

/** As said, else by the name; a number without a unit is a count. */
function unitOf(path: string, said: string | undefined, shape: Shape): string {
  if (said) return said;
  const parts = path.split('.').reverse();
  const named = parts.flatMap((part) => BY_NAME.filter(([ending]) => ending.test(part)))[0];
  if (named) return named[1];
  const form = shape.items?.type ?? shape.type;
  return form === 'integer' || form === 'number' ? 'count' : form === 'boolean' ? 'yes_or_no' : 'words';
}

function boundsOf(shape: Shape): { least: number | null; most: number | null } {
  const { minimum, maximum, least = minimum, most = maximum } = shape.items ?? shape;
  return { least: least ?? null, most: most === Number.MAX_SAFE_INTEGER ? null : (most ?? null) };
}

/** The path of the first name in a change that the policy does not have: a misspelt figure must not pass as changed. */
export function unknownFigure(schema: z.ZodType, change: object): string | undefined {
  return oddPlace(shapeOf(schema), change, '', (shape) => shape === undefined);
}

/** The path of the first group in a change that changes nothing; the empty path is the change itself. */
export function emptyGroup(schema: z.ZodType, change: object): string | undefined {
  return oddPlace(shapeOf(schema), change, '', (_, given) => isGroup(given) && Object.keys(given).length === 0);
}

/** The first figure in a change that lies outside of its bounds. What is stored may do so: bounds are asked when a figure is set. */
export function outOfBounds(
  schema: z.ZodType,
  change: unknown,
): { readonly path: string; readonly least: number | string; readonly most: number | string } | undefined {
  for (const { path, least, most } of figuresOf(schema, undefined, undefined)) {
    const given = at(change, path);
    const values = (Array.isArray(given) ? given : [given]).filter((one) => /^-?\d/.test(String(one))).map(Number);
    if (values.some((one) => one < (least ?? one) || one > (most ?? one))) {
      return { path, least: least ?? '−∞', most: most ?? '∞' };
    }
  }
  return undefined;
}

/** A value with a change in place, group by group: what is not named stays. Lists are replaced. */
export function merged(value: unknown, change: unknown): unknown {
  if (!isGroup(value) || !isGroup(change)) return change;
  const names = new Set([...Object.keys(value), ...Object.keys(change)]);
  return Object.fromEntries(
    [...names].map((name) => [name, Object.hasOwn(change, name) ? merged(value[name], change[name]) : value[name]]),
  );
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

function* leavesOf(
  shape: Shape,
  path: string,
  above: string,
): Generator<{ path: string; shape: Shape; description: string }> {
  const description = shape.description ?? above;
  const parts = partsOf(shape);
  if (!parts) yield { path, shape, description };
  for (const [name, part] of Object.entries(parts ?? {}))
    yield* leavesOf(part, path ? `${path}.${name}` : name, description);
}

/** The named parts of a group; undefined for a single figure. */
function partsOf({
  properties,
  propertyNames,
  additionalProperties,
}: Shape): Readonly<Record<string, Shape>> | undefined {
  if (properties) return properties;
  if (!propertyNames?.enum || typeof additionalProperties !== 'object') return undefined;
  return Object.fromEntries(propertyNames.enum.map((name) => [name, additionalProperties]));
}

function oddPlace(
  shape: Shape | undefined,
  given: unknown,
  path: string,
  odd: (shape: Shape | undefined, given: unknown) => boolean,
): string | undefined {
  if (odd(shape, given)) return path;
  const parts = shape && partsOf(shape);
  if (!parts || !isGroup(given)) return undefined;
  for (const [name, value] of Object.entries(given)) {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    const found = oddPlace(part, value, path ? `${path}.${name}` : name, odd);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((inner, name) => (isGroup(inner) ? (inner[name] ?? null) : null), value);
}
