import { GraphQLError } from 'graphql';
import { shapeError, withoutSuggestion } from './error-shape.js';

describe('the last word on errors', () => {
  it.each([
    'Too many errors processing variables, error limit reached. Execution aborted.',
    'Schema is not configured to execute subscription operation.',
    'Argument "first" of non-null type "Int!" must not be null.',
  ])('takes graphql-js’s uncoded words for the caller’s mistake: %s', (message) => {
    expect(shapeError({ message }, new GraphQLError(message)).extensions?.['code']).toBe('BAD_USER_INPUT');
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
