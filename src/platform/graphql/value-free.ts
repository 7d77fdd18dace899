import { GraphQLError } from 'graphql';

/**
 * The words of graphql-js without the values it repeats: a value that was refused may be a debtor's name or number, and messages
 * end in logs of proxies and clients. The field, the type and a value that is no word of an enum stay. Only what stands before
 * and behind a value is read, never the value itself.
 */
export function withoutValues(message: string, raw: unknown): string {
  const said = message.startsWith('Variable "$') ? withoutVariable(message, raw) : message;
  return said === message ? withoutLiteral(message) : said;
}

const VARIABLE = '" got invalid value ';
/** The path to the field, which graphql-js writes behind the value. */
const PATH = / at "[\w.[\]]{1,300}"$/;

/** `Variable "$input" got invalid value {…} at "input.name"; String cannot represent a non string value: {…}` */
function withoutVariable(message: string, raw: unknown): string {
  const at = message.indexOf(VARIABLE);
  if (at < 0) return message;
  const reason = reasonWithin(message, raw);
  const value = message.slice(at + VARIABLE.length, message.length - reason.length - 2);
  const path = PATH.exec(value.slice(-320))?.[0] ?? '';
  return `${message.slice(0, at)}" got an invalid value${path}; ${withoutLiteral(reason)}`;
}

/** The reason is a message of its own, which the value cannot imitate. */
function reasonWithin(message: string, raw: unknown): string {
  for (let error = raw; error instanceof Error; error = (error as GraphQLError).originalError) {
    if (message.length > error.message.length && message.endsWith(`; ${error.message}`)) return error.message;
  }
  return message.slice(message.lastIndexOf('; ') + 2);
}

const REPRESENTS = /^(?:\w{1,100}|Enum "\w{1,100}") cannot represent [a-zA-Z0-9 -]{1,60}:/;
const FOUND = /^Expected value of type "[\w![\]]{1,150}", found /;
const SYNTAX = /^Syntax Error: (?:Expected .{1,60}, found|Unexpected) (?:String|BlockString) /;

function withoutLiteral(message: string): string {
  const start = message.slice(0, 300);
  const represents = REPRESENTS.exec(start)?.[0];
  if (represents) return `${represents.slice(0, -1)}.`;
  const found = FOUND.exec(start)?.[0];
  if (found) return `${found.slice(0, found.lastIndexOf(','))}.`;
  const syntax = SYNTAX.exec(start)?.[0];
  return syntax ? `${syntax.trimEnd()}.` : message;
}
