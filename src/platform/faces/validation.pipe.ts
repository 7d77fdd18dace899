import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { InvalidInput, invalid, reasonDetails } from '../../kernel/index.js';

/**
 * Checks inputs of both faces: class-validator with transformation, unknown fields refused. The first violation is
 * answered as INVALID_INPUT and names the field as the caller spelled it: `rows[3].amountFen`. Texts that
 * PostgreSQL cannot store are refused first: see `unstorableIn`.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors: ValidationError[]) => invalidInputOf(errors),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom') return super.transform(value, metadata);
    const name = metadata.data ?? '';
    if (nestedBeyond(value, DEEPEST)) throw invalid('TOO_DEEP', { path: name || 'input', levels: DEEPEST });
    const path = unstorableIn(value, name);
    if (path !== undefined) throw invalid('NOT_PLAIN_TEXT', { path: path || 'input' });
    return super.transform(value, metadata);
  }
}

/** Most levels of a JSON input, more than any of ours has: recursion over deeper input could exhaust the stack. */
export const DEEPEST = 12;
const UNPAIRED = /\p{Surrogate}/u;

/**
 * The path of the first text below `value` that PostgreSQL cannot keep, `undefined` when there is none: it has no U+0000 in
 * text and jsonb, and an unpaired surrogate is not a character, so it has no UTF-8. The argument `input` itself is not named,
 * as validation does not name it either.
 */
export function unstorableIn(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || UNPAIRED.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const base = depth === 0 ? '' : path;
  for (const [key, field] of Object.entries(value)) {
    if (unstorableIn(key) !== undefined) return base;
    const found = unstorableIn(field, below(base, key, Array.isArray(value)), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether lists and objects are nested more than `levels` deep. */
export function nestedBeyond(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => nestedBeyond(one, levels - 1));
}

function below(path: string, key: string, inList: boolean): string {
  if (inList) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** The refusal of the first violation found, depth first. */
export function invalidInputOf(errors: readonly ValidationError[]): InvalidInput {
  const [first] = errors;
  if (!first) return invalid('NOT_ACCEPTABLE', { path: 'input' });
  let error = first;
  let path = first.property;
  while (error.children?.[0] && !error.constraints) {
    error = error.children[0];
    path += /^\d+$/.test(error.property) ? `[${error.property}]` : `.${error.property}`;
  }
  const message = Object.values(error.constraints ?? {})[0];
  if (message === undefined) return invalid('NOT_ACCEPTABLE', { path });
  return new InvalidInput({ path, details: reasonDetails(withoutName(message, error.property)) });
}

/** class-validator starts its words with the field's name, which the refusal already gives. */
function withoutName(message: string, property: string): string {
  const forbidden = /^property .* should not exist$/.test(message);
  if (forbidden) return 'UNKNOWN_FIELD';
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
