import type { LineToWrite } from './case-lines.js';

/** The columns of a line, their types, and how a line is written into them. */
const COLUMNS: readonly (readonly [name: string, type: string, value: (line: LineToWrite) => unknown])[] = [
  ['line_number', 'integer', (line) => line.lineNumber],
  ['kind', 'text', (line) => line.kind],
  ['document_number', 'text', (line) => line.documentNumber],
  ['period_from', 'date', (line) => line.periodFrom],
  ['period_to', 'date', (line) => line.periodTo],
  ['due_on', 'date', (line) => line.dueOn],
  ['invoiced_on', 'date', (line) => line.invoicedOn],
  ['principal_fen', 'bigint', (line) => line.principalFen.toString()],
  ['penalty_fen', 'bigint', (line) => line.penaltyFen.toString()],
  ['paid_fen', 'bigint', (line) => line.paidFen.toString()],
  ['last_interrupted_on', 'date', (line) => line.lastInterruptedOn],
  ['clock', 'jsonb', (line) => line.clock],
  ['limitation_expires_on', 'date', (line) => line.limitationExpiresOn],
];
const names = COLUMNS.map(([name]) => name);
const own = names.filter((name) => name !== 'line_number');
const withdrawnAt = 'withdrawn_at';

/** The lines of any number of cases as one text, from which `writeLines` reads them. */
export function linesText(cases: readonly { readonly id: string; readonly lines: readonly LineToWrite[] }[]): string {
  return JSON.stringify(
    cases.flatMap(({ id, lines }) =>
      lines.map((line) => {
        const columns = Object.fromEntries(COLUMNS.map(([name, , value]) => [name, value(line)]));
        return { case_id: id, ...columns, ...(line.withdrawn ? { withdrawn: true } : {}) };
      }),
    ),
  );
}

/**
 * The part of a statement that writes the lines of cases: it reads `moved`, the rows of `cases` that the statement wrote, and their lines
 * (`linesText`) from the parameter. A line that is there is changed only where it differs.
 */
export function writeLines(parameter: string): string {
  return `
  lined AS (
    INSERT INTO case_lines AS had (case_id, ${names.join(', ')}, ${withdrawnAt})
    SELECT m.id, ${names.map((name) => `l.${name}`).join(', ')}, CASE WHEN l.withdrawn THEN now() END
    FROM json_to_recordset(${parameter}::json)
      AS l (case_id uuid, ${COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')}, withdrawn boolean)
    JOIN moved m ON m.id = l.case_id
    ON CONFLICT (case_id, line_number) DO UPDATE
    SET ${[...own, withdrawnAt].map((name) => `${name} = excluded.${name}`).join(', ')}
    WHERE (${own.map((name) => `had.${name}`).join(', ')}, had.${withdrawnAt} IS NULL)
      IS DISTINCT FROM (${own.map((name) => `excluded.${name}`).join(', ')}, excluded.${withdrawnAt} IS NULL)
  )`;
}

/** All lines of a case, withdrawn ones too, as a list of `LineInJson`. */
export function linesOfCase(caseId: string): string {
  const fen = (name: string) => `l.${name}_fen::text`;
  return `(SELECT coalesce(json_agg(json_build_object('lineNumber', l.line_number, 'kind', l.kind,
      'documentNumber', l.document_number, 'periodFrom', l.period_from, 'periodTo', l.period_to, 'dueOn', l.due_on,
      'invoicedOn', l.invoiced_on, 'principalFen', ${fen('principal')}, 'penaltyFen', ${fen('penalty')}, 'paidFen', ${fen('paid')},
      'lastInterruptedOn', l.last_interrupted_on, 'clock', l.clock, 'limitationExpiresOn', l.limitation_expires_on,
      'withdrawnAt', l.withdrawn_at) ORDER BY l.line_number), '[]')
    FROM case_lines l WHERE l.case_id = ${caseId})`;
}
