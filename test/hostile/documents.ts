/** What a GraphQL request may say too much of. */
export interface Sent {
  readonly query: string;
  /** As JSON: some are nested deeper than can be written of an object. */
  readonly variables?: string;
  readonly operationName?: string;
  readonly extensions?: unknown;
}

/** The body of a request. */
export function bodyOf({ variables, ...rest }: Sent): string {
  const body = JSON.stringify(rest);
  return variables === undefined ? body : `${body.slice(0, -1)},"variables":${variables}}`;
}

/** Characters of the longest document that still fits into a body of 100 kB. */
export const LONGEST = 95_000;

/** Repeats a text up to a length. */
const upTo = (text: string, length: number) => text.repeat(Math.max(1, Math.floor(length / text.length)));
const HALL = 'hall(first: 1) { nodes { id } }';

/**
 * Documents of a length that say one thing over and over, each named after what it says. Half of what a lexer, a parser, a rule
 * or a message does with such a text is done once for each character or word of it; nothing may be done more often.
 */
export function longDocuments(length: number): [name: string, sent: Sent][] {
  const long = (text: string) => upTo(text, length);
  const texts: Record<string, string> = {
    blanks: `${long(' ')}{ ${HALL} }`,
    'line ends': `${long('\r\n')}{ ${HALL} }`,
    commas: `{ ${long(',')} ${HALL} }`,
    'tabs in the middle': `{ hall(first:${long('\t')}1) { nodes { id } } }`,
    'one comment': `#${long('a')}\n{ ${HALL} }`,
    'many comments': `${long('#\n')}{ ${HALL} }`,
    'a comment without end': `{ ${HALL} } #${long('"""')}`,
    'a name of a field': `{ ${long('a')} }`,
    'a name of an alias': `{ ${long('a')}: ${HALL} }`,
    'a name of an argument': `{ hall(${long('a')}: 1) { nodes { id } } }`,
    'a name of a variable': `query ($${long('a')}: Int) { ${HALL} }`,
    'a name of a type': `query ($n: ${long('A')}) { ${HALL} }`,
    'a name of a fragment': `{ ...${long('a')} }`,
    'a name of an operation': `query ${long('a')} { ${HALL} }`,
    'a name of an enum value': `{ hall(first: 1, sort: ${long('A')}) { nodes { id } } }`,
    'a name of a directive': `{ ${HALL} @${long('a')} }`,
    'a block string': `{ hall(first: """${long('a')}""") { nodes { id } } }`,
    'lines of a block string': `{ hall(first: """${long('\n ')}""") { nodes { id } } }`,
    'an indent of a block string': `{ hall(first: """\n${long(' ')}x\n  y""") { nodes { id } } }`,
    'quotes in a block string': `{ hall(first: """${long('\\"""')}""") { nodes { id } } }`,
    'a block string without end': `{ hall(first: """${long('""')}`,
    'a string': `{ hall(first: "${long('a')}") { nodes { id } } }`,
    'a string of escapes': `{ hall(first: "${long('\\u0041')}") { nodes { id } } }`,
    'a string of wide escapes': `{ hall(first: "${long('\\u{1F600}')}") { nodes { id } } }`,
    'a string without end': `{ hall(first: "${long('a')}`,
    'a string of quotes': `{ hall(first: ${long('"a" ')}) { nodes { id } } }`,
    'a whole number': `{ hall(first: ${long('9')}) { nodes { id } } }`,
    'a fraction': `{ hall(first: 1.${long('9')}) { nodes { id } } }`,
    'an exponent': `{ hall(first: 1e${long('9')}) { nodes { id } } }`,
    'a number in a list': `{ hall(first: [${long('1 ')}]) { nodes { id } } }`,
    brackets: `{ hall(first: ${long('[')}`,
    braces: long('{a'),
    'closed brackets': `{ hall(first: ${upTo('[', length / 2)}1${upTo(']', length / 2)}) { nodes { id } } }`,
    parentheses: `{ hall${long('(')} }`,
    fields: `{ ${long('a ')} }`,
    'the same field': `{ ${long(`${HALL} `)} }`,
    'aliases of a field': `{ ${fill(length, (n) => `a${n}: ${HALL} `)} }`,
    'unknown fields near known ones': `{ ${fill(length, (n) => `cas${n} `)} }`,
    directives: `{ hall(first: 1) ${long('@include(if: true) ')} { nodes { id } } }`,
    'unknown directives': `{ hall(first: 1) ${fill(length, (n) => `@a${n} `)} { nodes { id } } }`,
    arguments: `{ hall(${fill(length, (n) => `a${n}: 1 `)}) { nodes { id } } }`,
    'bad literals': `#${upTo('a', length - 3_000)}\n{ ${fill(2_500, (n) => `b${n}: hall(first: "x") { nodes { id } } `)} }`,
    'variables of a document': `query (${fill(length, (n) => `$a${n}: Int `)}) { ${HALL} }`,
    operations: fill(length, (n) => `query q${n} { ${HALL} } `),
    fragments: `{ ...f0 } ${fill(length, (n) => `fragment f${n} on Query { ...f${n + 1} } `)}`,
    'fragments in a circle': `{ ...f0 } ${fill(3_000, (n) => `fragment f${n} on Query { ...f${(n + 1) % 40} ...f0 } `)}`,
    'fragments that double': `{ ...f0 } ${fill(3_000, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} } `)}`,
    'fields that overlap': `{ ${fill(length, (n) => `hall(first: ${n}) { nodes { id } } `)} }`,
    'fragments that overlap': `{ ${fill(6_000, (n) => `...f${n} `)} } ${fill(6_000, (n) => `fragment f${n} on Query { ${HALL} } `)}`,
    'fields within fields': `{ ${upTo('hall(first: 1) { nodes { ', length)}`,
    'a byte order mark and what follows': `\uFEFF${long('\uFEFF')}{ ${HALL} }`,
    'letters no document has': `{ ${long('é')} }`,
    'letters of two halves': `{ ${long('😀')} }`,
    'types of a schema': long('type A { a: A } '),
    spreads: `{ ${long('... ')} }`,
    'a selection of nothing': `{ ${long('... on Query {} ')} }`,
  };
  return Object.entries(texts).map(([name, query]) => [name, { query: query.slice(0, length + 5_000) }]);
}

/** The same for what comes beside a document. */
export function longVariables(length: number): [name: string, sent: Sent][] {
  const query = 'query ($n: Int!, $filter: HallFilter) { hall(first: $n, filter: $filter) { nodes { id } } }';
  const within = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const keys = Array.from({ length: length / 12 }, (_, n) => `"k${n}":${n}`).join();
  const values: Record<string, string> = {
    'a text for a number': `{"n":"${upTo('a', length)}"}`,
    'a text of suggestions': `{"n":"${upTo(' Did you mean ', length)}"}`,
    'a list for a number': `{"n":[${upTo('1,', length)}1]}`,
    'a number too large': '{"n":1e308}',
    'a number of many digits': `{"n":${upTo('9', length)}}`,
    'nothing for a number': '{"n":null}',
    'a number twice': '{"n":1,"n":"x"}',
    'keys nobody knows': `{"n":1,"filter":{${keys}}}`,
    'one key nobody knows': `{"n":1,"filter":{"${upTo('a', length)}":1}}`,
    'a key near a known one': '{"n":1,"filter":{"regionCod":1}}',
    'objects within objects': `{"n":1,"filter":${within(length / 7)}}`,
    'objects beside what was asked': `{"n":1,"other":${within(length / 7)}}`,
    'lists within lists': `{"n":${upTo('[', length / 2)}${upTo(']', length / 2)}}`,
    'keys of objects themselves': '{"n":1,"__proto__":{"n":1},"constructor":{"prototype":{}}}',
    'keys of objects themselves, within': '{"n":1,"filter":{"__proto__":{"regionCode":"1"},"hasOwnProperty":1}}',
    'variables nobody declared': `{"n":1,${keys}}`,
    'a half of a letter': '{"n":1,"filter":{"regionCode":"\\ud800"}}',
    'a list of variables': '[1,2]',
    'a text of variables': '"{}"',
  };
  const one = '{"n":1}';
  const beside: [string, Sent][] = [
    ['a name of an operation', { query, variables: one, operationName: upTo('a', length) }],
    ['extensions', { query, variables: one, extensions: { persistedQuery: { sha256Hash: upTo('a', length) } } }],
  ];
  const said = Object.entries(values).map(([name, variables]): [string, Sent] => [name, { query, variables }]);
  return [...said, ...beside];
}

function fill(length: number, part: (n: number) => string): string {
  let text = '';
  for (let n = 0; text.length < length; n += 1) text += part(n);
  return text;
}
