import type { Answer } from './client.js';

/** What a picture shows of a case or a quote, in GraphQL. */
const LINE = `lineNumber kind documentNumber periodFrom periodTo dueOn principalFen penaltyFen paidFen openFen monthsOverdue
  limitationExpiresOn limitationDaysLeft limitation { state }`;
const FIGURES = `principalFen penaltyFen paidFen outstandingFen dueOn limitationExpiresOn score grade lines { ${LINE} }`;
export const CLAIM = `rule principalFen allowedFen capFen excessFen segments { lineNumber days amountFen rate interestFen }`;
export const CASE = `state reviewReasons { code field } ${FIGURES}`;
export const QUOTE = `verdict ${FIGURES} claim { ${CLAIM} }`;

/**
 * A debt as a table of numbers: a row for each line, beneath them the totals, the clock that warns first, the score, and the claim with
 * a row for each step of its arithmetic. Amounts are in yuan. Without a claim, the table ends before it.
 */
export function pictureOf(one: Answer, claim: Answer | null): string {
  const lines = one['lines'].map(lineRow);
  const totals = [
    `principal ${yuan(one['principalFen'])}`,
    `penalty ${yuan(one['penaltyFen'])}`,
    `paid ${yuan(one['paidFen'])}`,
    `open ${yuan(one['outstandingFen'])}`,
  ];
  return plain(`
    ${lines.join('\n')}
    totals | ${totals.join(' | ')}
    first | due ${one['dueOn']} | ends ${one['limitationExpiresOn']}
    score | ${one['score']} ${one['grade']}
    ${claim ? claimRows(claim).join('\n') : ''}`);
}

/** A picture without the widths of its columns, so that a person may align it. */
export function plain(text: string): string {
  const rows = text.split('\n').map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim().replace(/\s+/g, ' '))
      .join(' | '),
  );
  return rows.filter((row) => row !== '').join('\n');
}

function lineRow(line: Answer): string {
  const period = line['periodFrom'] === null ? '-' : `${line['periodFrom']}..${line['periodTo']}`;
  return [
    line['lineNumber'],
    ...[line['kind'], line['documentNumber'] ?? '-', period, line['dueOn']],
    ...['principalFen', 'penaltyFen', 'paidFen', 'openFen'].map((name) => yuan(line[name])),
    `${line['monthsOverdue']} months`,
    ...(line['limitation'] === null
      ? ['no clock']
      : [line['limitationExpiresOn'], `${line['limitationDaysLeft']} days`, line['limitation'].state]),
  ].join(' | ');
}

function claimRows(claim: Answer): string[] {
  const { principalFen, allowedFen, capFen, excessFen, segments } = claim;
  const steps = segments.map((step: Answer) =>
    [
      `line ${step['lineNumber']}`,
      `${yuan(step['amountFen'])} × ${step['rate']} × ${step['days']} days = ${yuan(step['interestFen'])}`,
    ].join(' | '),
  );
  const sums = [
    `principal ${yuan(principalFen)}`,
    `interest ${yuan(allowedFen)}`,
    `cap ${capFen === null ? '-' : yuan(capFen)}`,
    `excess ${yuan(excessFen)}`,
    `total ${yuan(BigInt(principalFen) + BigInt(allowedFen))}`,
  ];
  return [`claim | ${claim['rule']}`, ...steps, `claim | ${sums.join(' | ')}`];
}

/** Fen as yuan with separators, by means of its own. */
function yuan(fen: string | bigint): string {
  const [, sign, digits] = /^(-?)(\d+)$/.exec(`${fen}`)!;
  const padded = digits!.padStart(3, '0');
  return `${sign}${padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${padded.slice(-2)}`;
}
