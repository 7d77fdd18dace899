import { Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { InvalidInput } from '../../kernel/index.js';

/**
 * Checks inputs of both faces: class-validator with transformation, unknown fields refused. The first violation is
 * answered as INVALID_INPUT and names the field as the caller spelled it: `rows[3].amountFen`.
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
}

/** The refusal of the first violation found, depth first. */
export function invalidInputOf(errors: readonly ValidationError[]): InvalidInput {
  const [first] = errors;
  if (!first) return new InvalidInput({ path: 'input', details: { reason: 'not acceptable' } });
  let error = first;
  let path = first.property;
  while (error.children?.[0] && !error.constraints) {
    error = error.children[0];
    path += /^\d+$/.test(error.property) ? `[${error.property}]` : `.${error.property}`;
  }
  const message = Object.values(error.constraints ?? {})[0] ?? 'not acceptable';
  return new InvalidInput({ path, details: { reason: withoutName(message, error.property) } });
}

/** class-validator starts its words with the field's name, which the refusal already gives. */
function withoutName(message: string, property: string): string {
  const forbidden = /^property .* should not exist$/.test(message);
  if (forbidden) return 'there is no such field';
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
