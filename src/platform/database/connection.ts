import type { PoolConfig } from 'pg';
import pg from 'pg';

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

/** Settings of the application's connections: its role and the limits that keep one slow statement from holding up the rest. */
export function appPoolConfig(url: string, max: number): PoolConfig {
  return {
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    options: [
      `-c role=${APP_ROLE}`,
      '-c lock_timeout=2s',
      '-c statement_timeout=5s',
      '-c idle_in_transaction_session_timeout=10s',
      '-c timezone=UTC',
    ].join(' '),
    types: typeParsers as unknown as PoolConfig['types'],
  };
}
