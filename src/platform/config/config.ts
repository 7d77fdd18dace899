import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { reasonDetails, reasonWords } from '../../kernel/index.js';

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0', ''], 'must be true or false')
    .default(fallback ? 'true' : 'false')
    .transform((text) => text === 'true' || text === '1');
/** A whole number in plain digits; blank is as if it were not set. */
const count = (fallback: number, min: number, max: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return fallback;
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= min && value <= max) return value;
      context.addIssue({ code: 'custom', message: `must be a whole number from ${min} to ${max}` });
      return z.NEVER;
    });
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, `must be one of ${words.join(', ')}`);

/** Requests a minute, registrations of one address, and further validation of an organisation's documents. Kinds left out keep these defaults; `off` limits nothing. */
const RATES = { member: 600, machine: 6_000, address: 600, registration: 10, documents: 600 };
export type RateLimitConfig = Readonly<typeof RATES>;
const rates = z
  .string()
  .trim()
  .default('')
  .transform((text, context): RateLimitConfig | undefined => {
    if (text === 'off') return undefined;
    const parts =
      text === ''
        ? []
        : text.split(',').map((part) => /^\s*(member|machine|address|registration|documents)=(\d{1,9})\s*$/.exec(part));
    if (parts.every((part) => part && Number(part[2]) > 0)) {
      return { ...RATES, ...Object.fromEntries(parts.map((part) => [part![1], Number(part![2])])) };
    }
    context.addIssue({ code: 'custom', message: 'off, or such as member=600,machine=6000,address=600' });
    return z.NEVER;
  });
/** Origins such as `https://app.example.com`, or `*`. There are no cookies, so every origin may be let in. */
const origins = z
  .string()
  .trim()
  .default('')
  .transform((text, context): readonly string[] | '*' => {
    if (text === '*') return '*';
    const parts = text.split(/[\s,]+/).filter((part) => part !== '');
    if (parts.every(isOrigin)) return parts;
    context.addIssue({ code: 'custom', message: 'origins such as https://app.example.com, separated by commas, or *' });
    return z.NEVER;
  });
const isOrigin = (text: string) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
/** Number of proxies in front. Entries that the client itself wrote into X-Forwarded-For are not trusted. */
const hops = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '' || text === 'false') return 0;
    if (text === 'true') return 1;
    if (/^(\d|10)$/.test(text)) return Number(text);
    context.addIssue({ code: 'custom', message: 'must be true, false or a number of proxies from 0 to 10' });
    return z.NEVER;
  });
const optional = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);

/** Every setting of the process, by the environment variable that carries it. docs/configuration.md is checked against it. */
export const environment = z.object({
  NODE_ENV: oneOf(['development', 'production', 'test'])
    .default('development')
    .describe('production switches introspection off'),
  PROCESS: oneOf(['all', 'api', 'worker']).default('all').describe('which part this process plays'),
  PORT: count(3000, 0, 65_535).describe('port of the public API; 0 takes a free one'),
  HOST: z.string().default('0.0.0.0').describe('address the public API listens on'),
  PUBLIC_URL: optional.describe('address clients see: for links, and as the issuer of machines’ tokens'),
  TRUST_PROXY: hops.describe('proxies in front whose X-Forwarded-For is believed; true is one'),
  DATABASE_URL: optional.describe('PostgreSQL 15 or later; absent: an embedded one is started'),
  DATABASE_OWNER_URL: optional.describe('login that owns the schema and runs migrations; default DATABASE_URL'),
  DATABASE_DIRECT_URL: optional.describe(
    'the same login as DATABASE_URL past a pooler, for LISTEN and the queue; default DATABASE_URL',
  ),
  DATABASE_NAMED_STATEMENTS: flag(true).describe(
    'prepare hot statements once per connection; false behind a pooler that keeps none (PgBouncer before 1.21)',
  ),
  DATABASE_POOL: count(24, 4, 500).describe('connections of one process to PostgreSQL'),
  DATABASE_CONNECT_MS: count(5_000, 500, 600_000).describe(
    'longest wait for a connection, of the pool or to be made; then DATABASE_UNAVAILABLE',
  ),
  DATABASE_DURABLE: flag(true).describe('embedded only: false turns fsync off, for tests'),
  MIGRATE_ON_START: flag(true).describe('run pending migrations before serving'),
  DATA_DIR: z.string().default('.recourse').describe('folder of the embedded database, files and generated keys'),
  REDIS_URL: optional.describe('Redis for the job queue; absent: the queue lives in PostgreSQL'),
  S3_ENDPOINT: optional.describe('S3-compatible object store for files; absent: a local folder'),
  S3_REGION: z.string().default('us-east-1').describe('region of the object store'),
  S3_BUCKET: optional.describe('bucket for files'),
  S3_ACCESS_KEY_ID: optional.describe('credential of the object store'),
  S3_SECRET_ACCESS_KEY: optional.describe('credential of the object store'),
  MASTER_KEY: optional.describe('32 bytes in base64 that wrap the data keys; absent: generated into DATA_DIR'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('least level logged'),
  ARGON2_MEMORY_KIB: count(65_536, 19_456, 1_048_576).describe('memory of one password hash'),
  ARGON2_PASSES: count(3, 2, 10).describe('passes of one password hash'),
  RECOURSE_OWNER_PASSWORD: optional.describe('read by create-platform-owner only: the new owner’s password'),
  OLD_MASTER_KEY: optional.describe(
    'read by rotate-keys only: the master key of before, from which data keys are taken over',
  ),
  GRAB_QUEUE_LIMIT: count(8_192, 64, 100_000).describe('grabs that may wait in one process before BUSY'),
  CORS_ORIGINS: origins.describe('origins whose pages browsers let read the API; * is every origin'),
  METRICS_TOKEN: optional.describe('bearer that /metrics asks for; without it production does not serve /metrics'),
  SMTP_URL: optional.describe(
    'mail server, smtps://user:password@host; absent: mails become files in outbox of DATA_DIR',
  ),
  MAIL_FROM: z.string().default('Recourse <no-reply@localhost>').describe('sender of mails'),
  OUTBOUND_ALLOW_PRIVATE: flag(false).describe(
    'let webhooks and ERP connections reach this machine and private networks, there over http as well; refused in production',
  ),
  RATE_LIMIT: rates.describe(
    'requests a minute of each member, machine and unknown address, its registrations, and further validation of an organisation; off limits nothing',
  ),
  LARGE_BODIES_PER_ADDRESS: count(16, 1, 10_000).describe(
    'request bodies over 100 kB, or of unknown length, that one network address may be sending to one process at a time',
  ),
  SOCKETS_PER_ADDRESS: count(50, 1, 10_000).describe('sockets of one network address in one process'),
  SHUTDOWN_LAME_DUCK_MS: count(2_000, 0, 60_000).describe(
    'after SIGTERM: how long it still answers everybody while it says that it is not ready',
  ),
  SHUTDOWN_GRACE_MS: count(15_000, 0, 120_000).describe('longest drain after SIGTERM'),
});

const LOCAL_PAGES = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
export type MetricsAccess = { readonly token: string } | 'open' | 'closed';
export type CorsOrigins = readonly string[] | '*' | RegExp;

export interface ObjectStoreConfig {
  endpoint: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string | undefined;
  secretAccessKey: string | undefined;
}

/** The one place settings are read. Typed, checked once at start; injectable everywhere. */
export class Config {
  readonly production = this.env.NODE_ENV === 'production';
  readonly process = this.env.PROCESS;
  readonly port = this.env.PORT;
  readonly host = this.env.HOST;
  readonly publicUrl = this.env.PUBLIC_URL;
  readonly trustProxy = this.env.TRUST_PROXY;
  readonly embedded = this.env.DATABASE_URL === undefined;
  /** Set by the boot sequence when the embedded database is used. */
  databaseUrl = this.env.DATABASE_URL ?? '';
  /** Past a pooler: what holds on to one connection. */
  databaseDirectUrl = this.env.DATABASE_DIRECT_URL ?? this.databaseUrl;
  databaseOwnerUrl = this.env.DATABASE_OWNER_URL ?? this.databaseDirectUrl;
  readonly databaseNamedStatements = this.env.DATABASE_NAMED_STATEMENTS;
  readonly databasePool = this.env.DATABASE_POOL;
  readonly databaseConnectMs = this.env.DATABASE_CONNECT_MS;
  readonly databaseDurable = this.env.DATABASE_DURABLE;
  readonly migrateOnStart = this.env.MIGRATE_ON_START;
  readonly dataDir = resolve(this.env.DATA_DIR);
  readonly redisUrl = this.env.REDIS_URL;
  readonly s3 = objectStoreOf(this.env);
  private readonly kept = this.env.MASTER_KEY ? undefined : keptMasterKey(this.dataDir, this.production);
  readonly masterKey = this.kept?.key ?? readMasterKey(this.env.MASTER_KEY!);
  readonly logLevel = this.env.LOG_LEVEL;
  readonly argon2 = { memoryKib: this.env.ARGON2_MEMORY_KIB, passes: this.env.ARGON2_PASSES };
  /** For the command that makes a platform owner. */
  readonly ownerPassword = this.env.RECOURSE_OWNER_PASSWORD;
  /** For the command that wraps the data keys anew. */
  readonly oldMasterKey = this.env.OLD_MASTER_KEY;
  readonly grabQueueLimit = this.env.GRAB_QUEUE_LIMIT;
  /** Whether requests to customers' servers may reach private addresses; never in production. */
  readonly outboundAllowPrivate = this.env.OUTBOUND_ALLOW_PRIVATE;
  readonly largeBodiesPerAddress = this.env.LARGE_BODIES_PER_ADDRESS;
  readonly socketsPerAddress = this.env.SOCKETS_PER_ADDRESS;
  /** Origins whose pages may read the API: outside production also every page of this machine, unless some are named. */
  readonly corsOrigins: CorsOrigins =
    this.env.CORS_ORIGINS.length > 0 || this.production ? this.env.CORS_ORIGINS : LOCAL_PAGES;
  /** Who may read /metrics: whoever shows the token, everybody, or nobody. */
  readonly metrics: MetricsAccess = this.env.METRICS_TOKEN
    ? { token: this.env.METRICS_TOKEN }
    : this.production
      ? 'closed'
      : 'open';
  readonly smtpUrl = this.env.SMTP_URL;
  readonly mailFrom = this.env.MAIL_FROM;
  /**
   * Whether a token that was mailed reached the mailbox's owner alone. Without a mail server that holds in production, where
   * the operator passes the files of the outbox on; elsewhere the caller gets the token, and an address counts at once.
   */
  readonly mailProvesAddress = this.smtpUrl !== undefined || this.production;
  readonly shutdownLameDuckMs = this.env.SHUTDOWN_LAME_DUCK_MS;
  readonly shutdownGraceMs = this.env.SHUTDOWN_GRACE_MS;
  /** Requests a minute; undefined when rates are not limited. */
  readonly rateLimit = this.env.RATE_LIMIT;

  constructor(private readonly env: z.infer<typeof environment>) {
    if (this.outboundAllowPrivate && this.production) throw new Error('OUTBOUND_ALLOW_PRIVATE is not for production');
  }

  /** Removes a key that this start made: the database belongs to another one, which must not be shadowed the next time. */
  forgetMadeKey(): void {
    if (this.kept?.made) rmSync(resolve(this.dataDir, KEY_FILE), { force: true });
  }

  /** A 32-byte key for one purpose, derived from the master key (HKDF-SHA256): one secret to keep, none reused. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.masterKey, Buffer.alloc(0), `recourse/${purpose}`, 32));
  }
}

function objectStoreOf(env: z.infer<typeof environment>): ObjectStoreConfig | undefined {
  const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return bucket ? { endpoint, region, bucket, accessKeyId, secretAccessKey } : undefined;
}

/** Exactly the base64 of 32 bytes: a lenient reading would take a mistyped key for another one. */
export function readMasterKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  const exact = /^[A-Za-z0-9+/]{43}=$/.test(text) && key.toString('base64') === text;
  if (!exact) throw new Error('MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32)');
  return key;
}

const KEY_FILE = 'master.key';

function keptMasterKey(dataDir: string, production: boolean): { key: Buffer; made: boolean } {
  const file = resolve(dataDir, KEY_FILE);
  if (production) {
    const found = existsSync(file) ? ` (${file} holds one: set MASTER_KEY to it)` : '';
    throw new Error(`MASTER_KEY is required in production: without it personal data cannot be read again${found}`);
  }
  const kept = () => ({ key: readMasterKey(readFileSync(file, 'utf8').trim()), made: false });
  if (existsSync(file)) return kept();
  mkdirSync(dataDir, { recursive: true });
  const key = randomBytes(32);
  try {
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    return kept();
  }
  chmodSync(file, 0o600);
  return { key, made: true };
}

function wordsOf(message: string): string {
  const { reasonCode, reason = message, ...figures } = reasonDetails(message);
  return typeof reasonCode === 'string' ? reasonWords(reasonCode, 'en', figures) : String(reason);
}

/** Reads and checks the environment; every wrong setting is named at once. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${wordsOf(issue.message)}`);
    throw new Error(`The environment is not valid:\n${problems.join('\n')}`);
  }
  return new Config(parsed.data);
}

/** The settings of a command: it neither serves nor carries events and jobs, whatever PROCESS says. */
export function loadCommandConfig(overrides: NodeJS.ProcessEnv = {}): Config {
  return loadConfig({ ...process.env, ...overrides, PROCESS: 'api' });
}
