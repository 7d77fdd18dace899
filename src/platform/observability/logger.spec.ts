import { PassThrough } from 'node:stream';
import { createLogger, NestLogger } from './logger.js';

function logged(isTTY: boolean): string {
  const stream = Object.assign(new PassThrough(), { isTTY });
  const logger = createLogger('info', stream);
  const nest = new NestLogger(logger);
  nest.log('Mapped {/v1/hall, GET} route', 'RouterExplorer');
  logger.info('embedded PostgreSQL started on port 5433');
  logger.info('migrated Cases20260101000000');
  nest.warn('a job waits for long', 'Jobs');
  logger.error({ err: new Error('broken'), route: '/v1/hall', password: 'secret' }, 'unforeseen');
  logger.info({ url: 'http://localhost:3000', process: 'all' }, 'ready');
  return String(stream.read());
}

it('writes JSON lines to a file or a collector, each with all it has', () => {
  const lines = logged(false).trim().split('\n');
  expect(lines).toHaveLength(6);
  expect(lines.map((line) => JSON.parse(line).msg).at(-1)).toBe('ready');
});

it('writes few and plain lines to a terminal, the address last', () => {
  const text = logged(true);
  expect(text).not.toContain('{"');
  expect(text).not.toMatch(/RouterExplorer|migrated|secret/);
  expect(text).toMatch(/^\d\d:\d\d:\d\d embedded PostgreSQL started on port 5433$/m);
  expect(text).toMatch(/ WARN Jobs: a job waits for long$/m);
  expect(text).toMatch(/ ERROR unforeseen route=\/v1\/hall password=\[redacted\]\nError: broken\n {4}at /);
  expect(text.trimEnd().split('\n').at(-1)).toBe('Recourse is ready, Ctrl-C ends it: http://localhost:3000');
});
