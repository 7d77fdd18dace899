import { Transform } from 'class-transformer';
import { IsArray, IsEmail, IsIn, IsString, Length, Matches, MaxLength, ValidateBy } from 'class-validator';
import { isDamaged, isLostName, isShortenedNumber, ONE_LINE, reasonText, tidied } from '../../kernel/index.js';
import { type FieldOptions, fieldOf, type ListOptions, listInQuery, sizeRules } from './field.js';

/** A visible character, and no control characters: names end up in lists, letters and logs. */
const NAME = /^(?=.*\S)[^\p{Cc}]*$/u;
/** Which control characters a text may have: none in one line, only breaks and tabs in lines. */
const FORMS = { line: ONE_LINE, name: ONE_LINE, number: ONE_LINE, lines: /^[\P{Cc}\n\r\t]*$/u };
/** Longer texts are refused by their own rule, unread. */
const MOST_TIDIED = 4_000;
const EMAIL_MAX = 254;

interface TextRules {
  max?: number;
  pattern?: RegExp;
  /** The message for a text that does not match the pattern. */
  message?: string;
}

interface TextOptions extends FieldOptions, TextRules {
  min?: number;
  /** One line is kept as it is seen, so that two spellings that look alike are one: `tidied`; it must be readable. */
  form?: keyof typeof FORMS;
  /** Accepted, and never shown again. */
  writeOnly?: boolean;
}

const asSeen = Transform(({ value }) =>
  typeof value === 'string' && value.length <= MOST_TIDIED ? tidied(value) : value,
);

/** Refuses what was lost on the way: letters, those of a name, the last digits of a number. */
const unlost = (code: string, isLost: (text: string) => boolean) =>
  ValidateBy({
    name: code,
    validator: {
      validate: (text) => typeof text === 'string' && !isLost(text),
      defaultMessage: () => code,
    },
  });
const READABLE = unlost('DAMAGED_TEXT', isDamaged);
const NAMED = unlost('DAMAGED_TEXT', isLostName);
const EXACT = unlost('DIGITS_LOST', isShortenedNumber);

/** A text. */
export function TextField(options: TextOptions): PropertyDecorator {
  const { min, max, form, pattern, message = '', writeOnly } = options;
  const inOneLine = form !== undefined && form !== 'lines';
  return fieldOf(options, {
    graphql: () => String,
    rest: { type: String, minLength: min, maxLength: max, writeOnly },
    rules: [
      inOneLine && asSeen,
      IsString(),
      min !== undefined && Length(min, max),
      min === undefined && max !== undefined && MaxLength(max),
      form && Matches(FORMS[form], { message: 'CONTROL_CHARACTERS' }),
      inOneLine && READABLE,
      form === 'name' && NAMED,
      form === 'number' && EXACT,
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
    rules: [asSeen, IsString(), MaxLength(max), Matches(NAME, { message: 'EMPTY_TEXT' })],
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
