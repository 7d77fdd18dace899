import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { prepareDatabase } from '../boot/prepare-database.js';
import { Refusal } from '../kernel/index.js';
import { MembersModule, Registrations } from '../parties/members/index.js';
import { AccessModule } from '../platform/access/index.js';
import { AuditModule } from '../platform/audit/index.js';
import { type Config, ConfigModule, loadCommandConfig } from '../platform/config/index.js';
import { DatabaseModule } from '../platform/database/index.js';
import { MailModule } from '../platform/mail/index.js';
import { OutboxModule } from '../platform/outbox/index.js';

const USAGE = `npm run create-platform-owner -- --email you@example.com [--name "Your Name"] [--additional]

Creates the first owner of the platform, or with --additional another one. The password comes from RECOURSE_OWNER_PASSWORD, or
else from the terminal. With an empty answer, or without a terminal, one is generated and printed.`;

@Module({})
class CommandModule {
  static with(config: Config): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        ConfigModule.with(config),
        ...[DatabaseModule, OutboxModule, AuditModule, AccessModule, MailModule, MembersModule],
      ],
    };
  }
}

async function main(): Promise<number> {
  const { email, name, additional, help } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string', default: 'Platform owner' },
      additional: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
  if (help || !email) {
    say(USAGE);
    return help ? 0 : 2;
  }
  const config = loadCommandConfig();
  const database = await prepareDatabase(config, () => undefined);
  try {
    return await createOwner(config, email, name, additional);
  } finally {
    await database.stop();
  }
}

async function createOwner(config: Config, email: string, name: string, additional: boolean): Promise<number> {
  const app = await NestFactory.createApplicationContext(CommandModule.with(config), { logger: ['error', 'warn'] });
  try {
    const registration = app.get(Registrations);
    if (!additional && (await registration.hasPlatform())) return refuseSecond();
    const { password, made } = await choosePassword(config);
    const owner = await registration.createPlatformOwner({ email, name, password }, additional);
    if (!owner) return refuseSecond();
    say(`${owner.email} is an owner of the platform now.`);
    if (made) say(`Password, shown here only; change it after the first login: ${password}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.inWords('en'));
    return 1;
  } finally {
    await app.close();
  }
}

async function choosePassword(config: Config): Promise<{ password: string; made: boolean }> {
  if (config.ownerPassword) return { password: config.ownerPassword, made: false };
  const typed = process.stdin.isTTY ? await askHidden('Password (empty: generate one): ') : '';
  if (typed) return { password: typed, made: false };
  return { password: randomBytes(18).toString('base64url'), made: true };
}

/** Asks on the terminal without showing what is typed. */
async function askHidden(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stdout.write('\n');
  }
}

function refuseSecond(): number {
  say('The platform has an owner already. Pass --additional to create another.');
  return 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`the owner could not be created: ${error.message}\n`);
    process.exitCode = 1;
  },
);
