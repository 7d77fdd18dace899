import { IsArray, IsEmail, IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { reasonText } from '../../kernel/index.js';
import { type FieldOptions, fieldOf, type ListOptions, listInQuery, sizeRules } from './field.js';

/** A visible character, and no control characters: names end up in lists, letters and logs. */
const NAME = /^(?=.*\S)[^\p{Cc}]*$/u;
/** Which control characters a text may have: none in a line, only breaks and tabs in lines. */
const FORMS = { line: /^[^\p{Cc}]*$/u, lines: /^[\P{Cc}\n\r\t]*$/u };
const EMAIL_MAX = 254;

interface TextRules {
  max?: number;
  pattern?: RegExp;
  /** The message for a text that does not match the pattern. */
  message?: string;
}

interface TextOptions extends FieldOptions, TextRules {
  min?: number;
  form?: keyof typeof FORMS;
  /** Accepted, and never shown again. */
  writeOnly?: boolean;
}

/** A text. */
export function TextField(options: TextOptions): PropertyDecorator {
  const { min, max, form, pattern, message = '', writeOnly } = options;
  return fieldOf(options, {
    graphql: () => String,
    rest: { type: String, minLength: min, maxLength: max, writeOnly },
    rules: [
      IsString(),
      min !== undefined && Length(min, max),
      min === undefined && max !== undefined && MaxLength(max),
      form && Matches(FORMS[form], { message: 'CONTROL_CHARACTERS' }),
      pattern && Matches(pattern, { message }),
    ],
  });
}

/** The name of a person or thing. */
export function NameField(options: FieldOptions & { max: number }): PropertyDecorator {
  const { max } = options;
  return fieldOf(options, {
    graphql: () => String,
    rest: { type: String, maxLength: max },
    rules: [IsString(), MaxLength(max), Matches(NAME, { message: 'EMPTY_TEXT' })],
  });
}

export function EmailField(options: FieldOptions): PropertyDecorator {
  return fieldOf(options, {
    graphql: () => String,
    rest: { type: String, maxLength: EMAIL_MAX },
    rules: [MaxLength(EMAIL_MAX), IsEmail()],
  });
}

/** A month, YYYY-MM. */
export function MonthField(options: FieldOptions): PropertyDecorator {
  return TextField({ ...options, pattern: /^\d{4}-\d{2}$/, message: 'NOT_A_MONTH' });
}

/** Several texts, each within the same rules. */
export function TextsField(options: ListOptions & TextRules & { among?: readonly string[] }): PropertyDecorator {
  const { minItems, maxItems, inQuery, max, among, pattern, message = '' } = options;
  return fieldOf(options, {
    graphql: () => [String],
    rest: inQuery === 'text' ? { type: String } : { type: [String], minItems, maxItems },
    rules: [
      listInQuery(options),
      IsArray(),
      ...sizeRules(options),
      IsString({ each: true }),
      max !== undefined && MaxLength(max, { each: true }),
      among && IsIn(among, { each: true, message: reasonText('AMONG', { values: among.join(', ') }) }),
      pattern && Matches(pattern, { each: true, message }),
    ],
  });
}
