import { type Fen, formatYuan } from '@recourse/client';
import { type Account, CREDITOR, FINANCE, PLATFORM, PROVIDERS, REVIEWER } from './actors.js';
import type { Progress } from './progress.js';
import type { Summary } from './summary.js';

/** The end of the story as people read it. */
export function report(summary: Summary, screen: Progress): void {
  const { grabs, repayments, ledger, laws, leaks, refusals } = summary;
  screen.say();
  table(screen, PROVIDER_HEADS, summary.providers.map(providerCells));
  screen.say();
  screen.say(
    `Hall        ${grabs.listedStill} listings left; ${grabs.held} cases held, ${grabs.returned} given back on the way`,
  );
  const { confirmed, rejected, reversed, waiting } = repayments;
  screen.say(
    `Repayments  ${confirmed} confirmed, ${rejected} rejected, ${reversed} reversed, ${waiting} waiting for the creditor`,
  );
  screen.say(
    `Refusals    ${
      Object.entries(refusals)
        .map(([code, count]) => `${code} ${count}`)
        .join(', ') || 'none'
    }`,
  );
  screen.say(`Requests    ${summary.requests}`);
  screen.say(`Laws        ${laws.checked} checked, ${laws.broken} broken; ${leaks} numbers or secrets in plain text`);
  screen.say();
  const sums = Object.entries(ledger.kinds).map(([kind, fen]) => [kind, money(fen)]);
  table(
    screen,
    ['Trial balance', 'CNY'],
    [...sums, [ledger.balanced ? 'sum: balanced' : 'sum: NOT BALANCED', money(ledger.totalFen)]],
  );
  screen.say();
  screen.say(
    summary.ok
      ? `Everything went as it should, in ${summary.seconds} s.`
      : `NOT as it should, in ${summary.seconds} s.`,
  );
}

/** Where to look and as whom. */
export function invitation(summary: Summary, screen: Progress): void {
  screen.say();
  for (const [name, url] of Object.entries(summary.urls)) screen.say(`${name.padEnd(12)}${url}`);
  screen.say();
  const customers = [CREDITOR, ...PROVIDERS].map(({ short: who, email, password }) => ({ who, email, password }));
  const accounts: Account[] = [PLATFORM, REVIEWER, FINANCE, ...customers];
  table(
    screen,
    ['Log in as', 'email', 'password'],
    accounts.map(({ who, email, password }) => [who, email, password]),
    3,
  );
  screen.say();
  screen.say('The server stays up. Ctrl-C ends it.');
}

const PROVIDER_HEADS = [
  'Provider',
  'kind',
  'held',
  'done',
  'recovered CNY',
  'rate',
  'adjusted',
  'grade',
  'best',
  'commission CNY',
];

function providerCells(line: Summary['providers'][number]): string[] {
  return [
    line.name,
    line.kind,
    String(line.held),
    String(line.completed),
    money(line.recoveredFen),
    percent(line.collectionRateBps),
    percent(line.adjustedRateBps),
    line.grade,
    line.bestGrade,
    money(line.commissionFen),
  ];
}

/** Columns wide enough for their longest cell; text to the left, figures to the right unless they are all text. */
function table(
  screen: Progress,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns = 0,
): void {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)));
  const textual = (column: number) => column < textColumns || rows.every((row) => /^[a-z]/i.test(row[column]!));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (textual(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ');
  for (const cells of [heads, widths.map((width) => '-'.repeat(width)), ...rows]) screen.say(line(cells).trimEnd());
}

function money(fen: Fen): string {
  return formatYuan(fen, { separators: true });
}

function percent(bps: number | null): string {
  return bps === null ? '-' : `${(bps / 100).toFixed(1)} %`;
}
