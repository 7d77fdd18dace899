import { Recourse, type RecourseOptions } from '@recourse/client';
import type { Command } from 'commander';
import { UsageError } from './exit-codes.js';
import { asJson, table } from './output.js';
import { type Profile, Profiles } from './profiles.js';
import type { Terminal } from './terminal.js';
import { type Language, say, type Word, wordFor } from './words.js';

/** What every command can be told. */
interface SharedOptions {
  profile?: string;
  baseUrl?: string;
  json?: boolean;
}

const LOCAL = 'http://localhost:3000';

/** What a command works with: who is signed in, how to speak, how to print. */
export class Context {
  readonly profiles: Profiles;
  private shared: SharedOptions = {};

  constructor(
    readonly terminal: Terminal,
    readonly language: Language,
  ) {
    this.profiles = new Profiles(terminal.env, terminal.home);
  }

  /** Takes over what was said on the command line. */
  obey(command: Command): void {
    this.shared = command.optsWithGlobals<SharedOptions>();
  }

  get profileName(): string {
    return this.shared.profile ?? this.terminal.env['RECOURSE_PROFILE'] ?? 'default';
  }

  get isJson(): boolean {
    return this.shared.json === true;
  }

  baseUrlOf(profile?: Profile): string {
    return this.shared.baseUrl ?? this.terminal.env['RECOURSE_URL'] ?? profile?.baseUrl ?? LOCAL;
  }

  say(word: Word, values?: Record<string, unknown>): string {
    return say(this.language, word, values);
  }

  /** A value of the platform in words. */
  word(value: string): string {
    return wordFor(this.language, value);
  }

  /** A client as this profile is signed in; RECOURSE_API_KEY goes before what is stored. */
  async client(): Promise<Recourse> {
    const profile = await this.profiles.read(this.profileName);
    const baseUrl = this.baseUrlOf(profile);
    const apiKey = this.terminal.env['RECOURSE_API_KEY'] || profile?.apiKey;
    if (apiKey) return this.connect({ baseUrl, apiKey });
    if (!profile?.session) throw new UsageError(this.say('notSignedIn'));
    return this.connect({ baseUrl, session: profile.session, sessionStore: this.profiles.sessionOf(this.profileName) });
  }

  connect(options: RecourseOptions): Recourse {
    return new Recourse({ language: this.language, ...options });
  }

  /** A line for people, beside the result: on standard error, and nowhere with --json. */
  tell(text: string): void {
    if (!this.isJson) this.terminal.err(text);
  }

  /** The result: JSON with --json, otherwise what `human` makes of it. */
  print<T>(value: T, human: (value: T) => string): void {
    this.terminal.out(this.isJson ? asJson(value) : human(value));
  }

  /** The first of a list, and word of it when the list goes on. */
  printSome<T>(found: readonly T[], limit: number, columns: Record<string, (item: T) => unknown>): void {
    this.printAll(found.slice(0, limit), columns);
    if (found.length <= limit) return;
    const message = this.say('moreFollow', { limit });
    this.terminal.err(this.isJson ? asJson({ more: { limit, message } }) : message);
  }

  /** What an option takes, for its help. */
  sayWith(word: Word, values: readonly string[]): string {
    return `${this.say(word)} (${values.join(', ')})`;
  }

  /**
   * A secret that an option asks for: from its environment variable, or typed. It is never taken from the command line, which
   * everybody on the machine can read.
   */
  async secret(option: string, given: string | boolean, variable: string, question: Word): Promise<string> {
    if (typeof given === 'string' && given !== '-') {
      throw new UsageError(this.say('secretAsArgument', { option, variable }));
    }
    return this.terminal.env[variable] || (await this.terminal.ask(this.say(question), true));
  }

  /** A list: one JSON value a line, or a table. */
  printAll<T>(items: readonly T[], columns: Record<string, (item: T) => unknown>): void {
    if (this.isJson) for (const item of items) this.terminal.out(asJson(item));
    else this.terminal.out(items.length === 0 ? this.say('none') : table(items, columns));
  }
}
