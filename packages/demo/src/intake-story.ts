import type { Recourse } from '@recourse/client';
import type { Member } from './actors.js';
import type { OpenClient } from './clients.js';
import type { ExpectedRow, KingdeeExport } from './kingdee-export.js';
import type { Stage } from './progress.js';
import type { Sensitive } from './sensitive.js';

const KEY_SCOPES = ['cases:read', 'cases:write', 'repayments:read', 'repayments:write', 'files:write'];
const PATIENCE_MS = 120_000;

/** How many rows had which outcome. */
export interface RowCounts {
  posted: number;
  admitted: number;
  inReview: number;
  duplicate: number;
  rejected: number;
}

type Row = Awaited<ReturnType<ReturnType<Recourse['batches']['rows']>['toArray']>>[number];

/** The creditor makes a key for its ERP; the machine's client has nothing else. */
export async function erpOf({ client }: Member, open: OpenClient, sensitive: Sensitive): Promise<Recourse> {
  const { key } = await client.keys.create({ name: 'Kingdee', scopes: KEY_SCOPES });
  sensitive.note('API key', key);
  return open({ apiKey: key });
}

/** The ERP posts its list, waits for the batch and reads what became of every row. Errors: a row that fared otherwise. */
export async function postExport(erp: Recourse, list: KingdeeExport, stage: Stage): Promise<RowCounts> {
  let seen = 0;
  const batch = await erp.batches.import(list.bytes, {
    filename: list.fileName,
    idempotencyKey: `kingdee-list-${list.rows.length}`,
    signal: AbortSignal.timeout(PATIENCE_MS),
    onProgress: ({ processedRows }) => {
      stage.step(processedRows - seen);
      seen = processedRows;
    },
  });
  if (batch.state !== 'completed') throw new Error(`The batch is ${batch.state}: ${batch.failureCode}`);
  const rows = await erp.batches.rows({ batchId: batch.id }, { pageSize: 100 }).toArray();
  compare(list.rows, rows);
  const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    posted: rows.length,
    admitted: count('admitted'),
    inReview: count('in_review'),
    duplicate: count('duplicate'),
    rejected: count('rejected'),
  };
}

/** Every row against what its writer knows must become of it. A sound row may be admitted at once or by a reviewer. */
function compare(expected: readonly ExpectedRow[], rows: readonly Row[]): void {
  const byNumber = new Map(rows.map((row) => [row.rowNumber, row]));
  for (const { rowNumber, outcome, code } of expected) {
    const row = byNumber.get(rowNumber);
    if (row && fits(outcome, code, row)) continue;
    throw new Error(`Row ${rowNumber} of the export: expected ${outcome} ${code}, got ${JSON.stringify(row)}`);
  }
  if (rows.length !== expected.length)
    throw new Error(`${expected.length} rows were posted, ${rows.length} have an outcome`);
}

function fits(outcome: ExpectedRow['outcome'], code: string | null, row: Row): boolean {
  if (outcome === 'admitted') return (row.outcome === 'admitted' || row.outcome === 'in_review') && !!row.caseId;
  return row.outcome === outcome && (code === null || row.reasons.some((reason) => reason.code === code));
}
