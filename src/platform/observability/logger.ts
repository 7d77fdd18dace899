import type { LoggerService } from '@nestjs/common';
import { type Logger, type LoggerOptions, pino } from 'pino';
import { RequestContext } from '../faces/request-context.js';
import { humanLine } from './human-lines.js';

/** Fields that never reach a log line, wherever they stand. A safeguard: no code logs them in the first place. */
const REDACTED = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'apiKey',
  'authorization',
  'cookie',
  'idNumber',
  'phone',
  'address',
  'bankAccount',
  'debtorName',
];

type Output = Pick<NodeJS.WritableStream, 'write'> & { readonly isTTY?: boolean };

/** The process's one logger: JSON lines with the request id to standard output, or plain ones when that is a terminal. */
export function createLogger(level: string, output: Output = process.stdout): Logger {
  const options: LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: REDACTED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
    mixin: () => {
      const requestId = RequestContext.requestId();
      return requestId ? { requestId } : {};
    },
  };
  if (output.isTTY) return pino(options, { write: (line) => void output.write(humanLine(line) ?? '') });
  return output === process.stdout ? pino(options) : pino(options, output);
}

/** Nest's own messages and our services', through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log = this.at('info');
  error = this.at('error');
  warn = this.at('warn');
  debug = this.at('debug');
  verbose = this.at('debug');
  fatal = this.at('fatal');

  /** Nest passes the context last and, for errors, a stack before it. */
  private at(level: 'info' | 'error' | 'warn' | 'debug' | 'fatal') {
    return (message: unknown, ...rest: unknown[]): void => {
      const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
      const stack = rest.length > 1 && typeof rest[0] === 'string' ? rest[0] : undefined;
      if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
      else if (message !== null && typeof message === 'object') this.logger[level]({ context, ...message });
      else this.logger[level]({ context, stack }, String(message));
    };
  }
}
