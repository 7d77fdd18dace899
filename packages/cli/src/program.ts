import { RecourseError } from '@recourse/client';
import { Command, CommanderError } from 'commander';
import { casesCommand } from './commands/cases.js';
import { claimCommand } from './commands/claim.js';
import { oneOf } from './commands/counts.js';
import { grabCommand, hallCommand } from './commands/hall.js';
import { importCommand } from './commands/import.js';
import { keysCommand } from './commands/keys.js';
import { linesCommand } from './commands/lines.js';
import { listenCommand } from './commands/listen.js';
import { loginCommand, logoutCommand, whoamiCommand } from './commands/login.js';
import { quoteCommand } from './commands/quote.js';
import { sandboxCommand } from './commands/sandbox.js';
import { webhooksCommand } from './commands/webhooks.js';
import { Context } from './context.js';
import { EXIT, exitCodeOf, UsageError } from './exit-codes.js';
import { asJson } from './output.js';
import type { Terminal } from './terminal.js';
import { LANGUAGES, languageOf } from './words.js';

/** Runs one command line, without the program's name; answers the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const asked = langOf(argv);
  const language = LANGUAGES.find((one) => one === asked);
  const context = new Context(terminal, language ?? languageOf(terminal.env));
  let code: number = EXIT.done;
  const program = programOf(context, argv.includes('--json'), (ended) => {
    code = ended;
  });
  try {
    oneOf(context, '--lang', asked, LANGUAGES);
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return terminal.signal.aborted ? EXIT.done : failure(error, context);
  }
}

/** What `--lang` was given: help is printed before options are read, so its language is looked up first. */
function langOf(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at < 0 ? argv.length : at + 1];
}

function programOf(context: Context, isJson: boolean, ended: (code: number) => void): Command {
  const { terminal } = context;
  const program = new Command('recourse')
    .description(context.say('about'))
    .option('--profile <name>', context.say('profile'))
    .option('--base-url <url>', context.say('baseUrl'))
    .option('--json', context.say('json'))
    .option('--lang <language>', context.sayWith('lang', LANGUAGES))
    .version('0.1.0')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(isJson ? asJson({ error: { code: 'USAGE', message: text.trim() } }) : text),
    })
    .hook('preAction', (_, command) => context.obey(command));
  for (const command of [
    loginCommand(context),
    logoutCommand(context),
    whoamiCommand(context),
    quoteCommand(context, ended),
    importCommand(context, ended),
    casesCommand(context),
    linesCommand(context),
    claimCommand(context),
    hallCommand(context),
    grabCommand(context),
    listenCommand(context),
    keysCommand(context),
    sandboxCommand(context),
    webhooksCommand(context),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
    for (const inner of command.commands) inner.copyInheritedSettings(program);
  }
  return program;
}

/** Says what went wrong, and answers with which code to end. */
function failure(error: unknown, context: Context): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UsageError) return told(context, { code: 'USAGE', message: error.message }, EXIT.usage);
  if (!(error instanceof RecourseError)) {
    const message = error instanceof Error ? error.message : String(error);
    return told(context, { code: 'FAILED', message }, EXIT.failed);
  }
  const { code, message, path, details, requestId } = error;
  return told(context, { code, message, path, details, requestId }, exitCodeOf(error));
}

interface Told {
  code: string;
  message: string;
  path?: string | undefined;
  details?: object;
  requestId?: string | undefined;
}

function told(context: Context, error: Told, exitCode: number): number {
  const { code, message, path, requestId } = error;
  if (context.isJson) {
    context.terminal.err(asJson({ error }));
    return exitCode;
  }
  const about = [
    path ? `${context.say('field')} ${path}` : '',
    requestId ? `${context.say('requestId')} ${requestId}` : '',
  ];
  const rest = about.filter(Boolean).join(', ');
  context.terminal.err(`${context.say('failed')} ${code}: ${message}${rest ? ` (${rest})` : ''}`);
  return exitCode;
}
