import { getIntrospectionQuery } from 'graphql';
import { furtherUnitsOf } from './validation-work.js';

const FEW = `query ($first: Int!) {
  hall(first: $first) { nodes { id grade ...money } pageInfo { endCursor hasNextPage } }
  me { id organisation { id name } }
} fragment money on HallCase { outstandingFen paidFen }`;

it.each([
  ['a document as people write it', FEW],
  ['the introspection of a schema', getIntrospectionQuery()],
  ['what is no document', '{ me {'],
  ['more than a document may hold', `{ ${'me { id } '.repeat(1_000)} }`],
])('%s counts for its request alone', (_, query) => {
  expect(furtherUnitsOf(query)).toBe(0);
});

it.each([
  ['the same field', `{ ${'me { id } '.repeat(200)} }`],
  ['the same alias', `{ ${'a: me { id } '.repeat(160)} }`],
  ['fragments within fragments', `{ ${'... { me { id } } '.repeat(120)} }`],
  [
    'named fragments',
    `{ ${Array.from({ length: 70 }, (_, n) => `...f${n}`).join(' ')} }
     ${Array.from({ length: 70 }, (_, n) => `fragment f${n} on Query { me { id } }`).join(' ')}`,
  ],
])('a document that repeats %s counts for more', (_, query) => {
  expect(furtherUnitsOf(query)).toBeGreaterThan(0);
});

it('counts a document twice as long about four times as much', () => {
  const [once, twice] = [100, 200].map((times) => furtherUnitsOf(`{ ${'me { id } '.repeat(times)} }`) + 1);
  expect(twice! / once!).toBeGreaterThanOrEqual(3.5);
});
