import { type ASTNode, GraphQLError, Kind, type OperationDefinitionNode, parse, visit } from 'graphql';
import { shapeError, withoutSuggestion } from './error-shape.js';

describe('the last word on errors', () => {
  it.each([
    'Too many errors processing variables, error limit reached. Execution aborted.',
    'Schema is not configured to execute subscription operation.',
    'Argument "first" of non-null type "Int!" must not be null.',
  ])('takes graphql-js’s uncoded words for the caller’s mistake: %s', (message) => {
    expect(shapeError({ message }, new GraphQLError(message)).extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('takes them so inside the wrapper that gives them a path, and those of a variable without a code', () => {
    const argument = new GraphQLError('Argument "first" of non-null type "Int!" must not be null.');
    const located = new GraphQLError(argument.message, { originalError: argument, path: ['cases'] });
    expect(shapeError(located.toJSON(), located).extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'first' });
    const { definitions } = parse('query ($id: Int) { a(id: $id) }');
    const [variable] = (definitions[0] as OperationDefinitionNode).variableDefinitions!;
    const wrong = new GraphQLError('Variable "$id" got invalid value "x"; Int cannot be that.', { nodes: variable });
    expect(shapeError(wrong.toJSON(), wrong).extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: 'id' });
  });

  it.each([
    ['{ a(first: "x") }', 'first'],
    ['{ a(input: { b: [1, { c: 2 }, "x"] }) }', 'b'],
    ['{ a(one: { two: 3 }, first : # a: b\n [[2], "x"]) }', 'first'],
    [`#${'a'.repeat(95_000)}\n{ a(first: "x") }`, 'first'],
    ['query ($f: Int = "x") { a }', 'f'],
  ])('names the field of a literal by the words before it: %.60s', (source, path) => {
    const found: ASTNode[] = [];
    visit(parse(source), { enter: (node) => void (node.kind === Kind.STRING && found.push(node)) });
    const nodes = found.at(-1);
    const raw = new GraphQLError('Int cannot represent "x"', { nodes, extensions: { code: 'BAD_USER_INPUT' } });
    expect(shapeError(raw.toJSON(), raw).extensions?.['path']).toBe(path);
  });

  it('reads and repeats the beginning and end of a long message, however much of it is the caller’s', () => {
    const value = ' Did you mean '.repeat(7_000);
    const message = `Variable "$input" got invalid value "${value}" at "input.name"; String cannot be that.`;
    const shaped = shapeError({ message, extensions: { code: 'BAD_USER_INPUT' } }, new GraphQLError(message));
    expect(shaped.message.length).toBeLessThan(510);
    expect(shaped.extensions?.['path']).toBe('name');
    expect(withoutSuggestion({ message: value }).message.length).toBeLessThan(510);
  });

  it('tells nothing of an error nobody foresaw', () => {
    const raw = new GraphQLError('relation "x" does not exist', { originalError: new Error('x') });
    expect(shapeError(raw.toJSON(), raw)).toMatchObject({ extensions: { code: 'INTERNAL' } });
  });

  it('drops what a suggestion says of the schema, and nothing else', () => {
    const message =
      'Value "NEWES" does not exist in "HallSort" enum. Did you mean the enum value "NEWEST" or "OLDEST"?';
    expect(withoutSuggestion({ message, path: ['hall'] })).toEqual({
      message: 'Value "NEWES" does not exist in "HallSort" enum.',
      path: ['hall'],
    });
  });
});
