import { InvalidInput } from '../../kernel/refusals.js';
import { CountField, FlagField, InstantField, Nested, NestedList, WordField, WordsField } from './fields.js';
import { NameField, TextField, TextsField } from './text-fields.js';
import { InputPipe } from './validation.pipe.js';

const SHELVES = ['front', 'cellar'] as const;

class Line {
  @CountField({ min: 1, max: 9, description: 'Copies.' })
  copies!: number;
}

class Loan {
  @NameField({ max: 5, description: 'Name.' })
  name!: string;
  @TextField({ nullable: true, min: 2, max: 4, form: 'line', description: 'Mark.' })
  mark?: string | null;
  @TextsField({ nullable: true, maxItems: 2, inQuery: 'text', among: ['a', 'b', 'c'], description: 'Tags.' })
  tags?: string[];
  @WordField(SHELVES, { defaultValue: 'front', description: 'Shelf.' })
  shelf?: string;
  @WordsField(SHELVES, { nullable: true, description: 'Shelves.' })
  shelves?: string[];
  @CountField({ nullable: true, inQuery: true, description: 'Days.' })
  days?: number;
  @FlagField({ nullable: true, description: 'Whether it is urgent.' })
  urgent?: boolean;
  @InstantField({ nullable: true, description: 'Since when.' })
  since?: Date;
  @Nested(() => Line, { nullable: true, description: 'First line.' })
  first?: Line;
  @NestedList(() => Line, { nullable: true, maxItems: 1, description: 'Lines.' })
  lines?: Line[];
}

const read = (input: object) =>
  new InputPipe().transform({ name: 'Li', ...input }, { type: 'body', metatype: Loan }) as Promise<Loan>;

it('reads what is written in an address or a body, and leaves out what is null', async () => {
  const input = { tags: 'a,b', days: '30', since: '2026-03-01T08:30:00Z', first: { copies: 2 }, mark: null };
  const expected = { tags: ['a', 'b'], days: 30, since: new Date('2026-03-01T08:30:00Z'), mark: null };
  expect(await read(input)).toMatchObject(expected);
  expect((await read(input)).first).toBeInstanceOf(Line);
});

it.each([
  [{ name: 5 }, 'name', 'must be a string'],
  [{ name: ' ' }, 'name', 'must not be empty'],
  [{ name: 'abcdef' }, 'name', 'must be shorter than or equal to 5 characters'],
  [{ mark: 'a' }, 'mark', 'must be longer than or equal to 2 characters'],
  [{ mark: 'a\nb' }, 'mark', 'must not contain control characters'],
  [{ tags: 5 }, 'tags', 'must be an array'],
  [{ tags: 'a,b,c' }, 'tags', 'must contain no more than 2 elements'],
  [{ tags: 'x' }, 'tags', 'must be among a, b, c'],
  [{ shelf: 'roof' }, 'shelf', 'must be one of the following values: front, cellar'],
  [{ shelves: ['roof'] }, 'shelves', 'each value in shelves must be one of the following values: front, cellar'],
  [{ days: '1.5' }, 'days', 'must be an integer number'],
  [{ urgent: 'yes' }, 'urgent', 'must be a boolean value'],
  [{ since: '2026-02-30T08:30:00Z' }, 'since', 'must be an RFC 3339 timestamp such as "2026-03-01T08:30:00Z"'],
  [{ first: { copies: 10 } }, 'first.copies', 'must not be greater than 9'],
  [{ lines: [{ copies: 1 }, { copies: 1 }] }, 'lines', 'must contain no more than 1 elements'],
])('refuses %j: the type before the size, the size before the form', async (input, path, reason) => {
  const refusal = await read(input).then(
    () => undefined,
    (error: InvalidInput) => error,
  );
  expect(refusal).toBeInstanceOf(InvalidInput);
  expect([refusal?.path, refusal?.detailsIn('en')['reason']]).toEqual([path, reason]);
});
