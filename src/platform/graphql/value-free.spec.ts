import type { OperationDefinitionNode } from 'graphql';
import { buildSchema, GraphQLError, graphqlSync, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { withoutValues } from './value-free.js';

const schema = buildSchema(`
  enum Kind { person enterprise }
  input Debtor { name: String! age: Int kind: Kind id: ID ratio: Float alive: Boolean more: [Debtor!] }
  type Query { a(debtor: Debtor, name: String, names: [String!]): Int }
`);
const SECRET = '张三丰';

function ofVariable(value: unknown): string[] {
  const document = parse('query ($debtor: Debtor) { a(debtor: $debtor) }');
  const { variableDefinitions } = document.definitions[0] as OperationDefinitionNode;
  const { errors = [] } = getVariableValues(schema, variableDefinitions ?? [], { debtor: value });
  return errors.map((error) => withoutValues(error.message, error));
}
const ofLiteral = (value: string) =>
  validate(schema, parse(`{ a(debtor: ${value}) }`)).map((error) => withoutValues(error.message, error));

describe('the words of graphql-js about a bad value', () => {
  it.each<[unknown, string]>([
    [
      { name: [SECRET] },
      'Variable "$debtor" got an invalid value at "debtor.name"; String cannot represent a non string value.',
    ],
    [
      { name: 'x', age: SECRET },
      'Variable "$debtor" got an invalid value at "debtor.age"; Int cannot represent non-integer value.',
    ],
    [
      { name: 'x', age: 2 ** 40 },
      'Variable "$debtor" got an invalid value at "debtor.age"; Int cannot represent non 32-bit signed integer value.',
    ],
    [
      { age: 1, kind: { name: SECRET } },
      'Variable "$debtor" got an invalid value; Field "name" of required type "String!" was not provided.',
    ],
    [
      { name: 'x', kind: [SECRET] },
      'Variable "$debtor" got an invalid value at "debtor.kind"; Enum "Kind" cannot represent non-string value.',
    ],
    [
      { name: 'x', id: { a: SECRET } },
      'Variable "$debtor" got an invalid value at "debtor.id"; ID cannot represent value.',
    ],
    [
      { name: 'x', more: [{ name: { a: SECRET } }] },
      'Variable "$debtor" got an invalid value at "debtor.more[0].name"; String cannot represent a non string value.',
    ],
    [SECRET, 'Variable "$debtor" got an invalid value; Expected type "Debtor" to be an object.'],
    [
      { name: { a: `${SECRET} at "debtor.kind"; Int cannot` } },
      'Variable "$debtor" got an invalid value at "debtor.name"; String cannot represent a non string value.',
    ],
  ])('names the field and not the value of a variable: %j', (value, message) => {
    expect(ofVariable(value)).toContain(message);
    expect(ofVariable(value).join()).not.toContain(SECRET);
  });

  it.each([
    [`{ name: ["${SECRET}"] }`, 'String cannot represent a non string value.'],
    [`{ name: "x", age: "${SECRET}" }`, 'Int cannot represent non-integer value.'],
    [`{ name: "x", kind: "${SECRET}" }`, 'Enum "Kind" cannot represent non-enum value.'],
    [`"${SECRET}"`, 'Expected value of type "Debtor".'],
  ])('nor that of a literal: %s', (literal, message) => {
    expect(ofLiteral(literal)).toContain(message);
    expect(ofLiteral(literal).join()).not.toContain(SECRET);
  });

  it('nor a text where the document ends to be one, and leaves every other message as it is', () => {
    const [error] = graphqlSync({ schema, source: `{ a(name: "x" "${SECRET}") }` }).errors!;
    expect(withoutValues(error!.message, error)).toBe('Syntax Error: Expected Name, found String.');
    for (const message of [
      'Cannot query field "x" on type "Query".',
      'Variable "$n" of required type "Int!" was not provided.',
    ]) {
      expect(withoutValues(message, new GraphQLError(message))).toBe(message);
    }
  });
});
