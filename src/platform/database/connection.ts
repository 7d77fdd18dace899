import type { PoolConfig } from 'pg';
import pg from 'pg';
import { STATEMENT_LIMIT_MS, SupervisedClient } from './supervised-client.js';

const INT8 = 20;
const DATE = 1082;

/** The role every statement of the application runs under. It owns no table. */
export const APP_ROLE = 'recourse_app';

type Parser = (text: string) => unknown;

/** int8 as bigint (money must never become a float) and date as its text (a due date has no time zone). */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    if (format !== 'binary' && oid === INT8) return (text) => BigInt(text);
    if (format !== 'binary' && oid === DATE) return (text) => text;
    return pg.types.getTypeParser(oid, format as 'text') as Parser;
  },
};

/** What the application's role is set to: limits that keep one slow statement from holding up the rest, and the time zone. */
export const ROLE_SETTINGS: Readonly<Record<string, string>> = {
  lock_timeout: '2s',
  statement_timeout: `${STATEMENT_LIMIT_MS / 1000}s`,
  idle_in_transaction_session_timeout: '10s',
  timezone: 'UTC',
};

/** How long to wait for a connection to be made where no setting says otherwise. */
const CONNECT_LIMIT_MS = 5_000;

/** What every connection of the application has, whatever it is for. */
export const supervised = {
  Client: SupervisedClient,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis: CONNECT_LIMIT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5_000,
} as const;

/**
 * The application's connections. Its own role brings its settings along when it logs in, also through a pooler, which
 * takes no options; any other login is laid under the role by options and needs a direct connection.
 */
export function appPoolConfig(url: string, max: number, connectMs = CONNECT_LIMIT_MS): PoolConfig {
  return {
    ...supervised,
    connectionTimeoutMillis: connectMs,
    connectionString: url,
    max,
    ...(isAppLogin(url) ? {} : { options: asRole() }),
    types: typeParsers as unknown as PoolConfig['types'],
  };
}

/** Options that lay a login under the application's role, with its settings or others. */
export function asRole(settings: Readonly<Record<string, string>> = ROLE_SETTINGS): string {
  return Object.entries({ role: APP_ROLE, ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

function isAppLogin(url: string): boolean {
  return new pg.Client({ connectionString: url }).user === APP_ROLE;
}
