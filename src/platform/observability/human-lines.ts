/** What Nest tells of its own start: a hundred lines that no person reads. */
const OF_THE_FRAMEWORK = new Set([
  'GraphQLModule',
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);
const QUIET = new Set(['info', 'debug', 'trace']);

/** A log line as somebody at a terminal reads it; undefined for one that tells a person nothing. */
export function humanLine(line: string): string | undefined {
  const { level, time, context, msg, err, stack, ...rest } = JSON.parse(line) as Record<string, unknown>;
  if (QUIET.has(String(level)) && (OF_THE_FRAMEWORK.has(String(context)) || /^migrated /.test(String(msg)))) {
    return undefined;
  }
  if (msg === 'ready' && rest['url']) return `Recourse is ready, Ctrl-C ends it: ${rest['url']}\n`;
  const words = [
    String(time).slice(11, 19),
    ...(level === 'info' ? [] : [String(level).toUpperCase()]),
    ...(context ? [`${context}:`] : []),
    String(msg ?? ''),
    ...Object.entries(rest).map(([name, value]) => `${name}=${plain(value)}`),
  ];
  const trace = (err as { stack?: string } | undefined)?.stack ?? stack;
  return `${words.join(' ')}\n${trace ? `${trace}\n` : ''}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
