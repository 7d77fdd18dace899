import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { Member } from './actors.js';
import type { ApiClient } from './api-client.js';
import { HEADERS } from './export-columns.js';
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

interface Batch {
  readonly id: string;
  readonly state: string;
  readonly totalRows: number;
  readonly processedRows: number;
}
interface Row {
  readonly rowNumber: number;
  readonly externalRef: string | null;
  readonly outcome: 'admitted' | 'in_review' | 'duplicate' | 'rejected';
  readonly caseId: string | null;
  readonly reasons: readonly { code: string }[];
}

/** The creditor makes a key for its ERP; the machine's client has nothing else. */
export async function erpOf(creditor: Member, sensitive: Sensitive): Promise<ApiClient> {
  const input = { input: ['CreateApiKeyInput!', { name: 'Kingdee', scopes: KEY_SCOPES }] } as const;
  const created = await creditor.client.act<{ key: string }>('createApiKey', input, 'ApiKeyCreated { key }');
  sensitive.note('API key', created.key);
  return creditor.client.as({ name: 'ERP', token: created.key });
}

/** The ERP posts its list, waits for the batch and reads what became of every row. Errors: a row that fared otherwise. */
export async function postExport(erp: ApiClient, list: KingdeeExport, stage: Stage): Promise<RowCounts> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(list.bytes)], { type: list.mediaType }), list.fileName);
  const posted = await erp.rest<Batch>('POST', '/v1/case-batches', form, `kingdee-list-${list.rows.length}`);
  await completed(erp, posted.id, stage);
  const rows = await allRows(erp, posted.id);
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

async function completed(erp: ApiClient, id: string, stage: Stage): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let seen = 0;
  while (performance.now() < deadline) {
    const batch = await erp.rest<Batch>('GET', `/v1/case-batches/${id}`);
    stage.step(batch.processedRows - seen);
    seen = batch.processedRows;
    if (batch.state === 'completed') return;
    if (batch.state !== 'received' && batch.state !== 'processing') {
      throw new Error(`The batch ended otherwise than hoped: ${JSON.stringify(batch)}`);
    }
    await sleep(100);
  }
  throw new Error(`The batch ${id} was not completed in time`);
}

async function allRows(erp: ApiClient, id: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor = '';
  do {
    const path = `/v1/case-batches/${id}/rows?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = await erp.rest<{ data: Row[]; nextCursor: string | null }>('GET', path);
    rows.push(...page.data);
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return rows;
}

/** Every row against what its writer knows must become of it. A sound row may be admitted at once or by a reviewer. */
function compare(expected: readonly ExpectedRow[], rows: readonly Row[]): void {
  const byNumber = new Map(rows.map((row) => [row.rowNumber, row]));
  for (const wanted of expected) {
    const row = byNumber.get(wanted.rowNumber);
    if (!row || !fits(wanted, row)) {
      const { outstandingFen: _, ...shown } = wanted;
      throw new Error(
        `Row ${wanted.rowNumber} of the export: expected ${JSON.stringify(shown)}, got ${JSON.stringify(row)}`,
      );
    }
  }
  if (rows.length !== expected.length)
    throw new Error(`${expected.length} rows were posted, ${rows.length} have an outcome`);
}

function fits(wanted: ExpectedRow, row: Row): boolean {
  if (wanted.outcome === 'admitted') return (row.outcome === 'admitted' || row.outcome === 'in_review') && !!row.caseId;
  if (row.outcome !== wanted.outcome) return false;
  return wanted.code === null || row.reasons.some((reason) => reason.code === wanted.code);
}

/** Notes every debtor's number and phone of the export, sound rows and faulty ones. */
export function noteDebtors(list: KingdeeExport, sensitive: Sensitive): void {
  const table = parse(iconv.decode(list.bytes, 'gb18030'), { columns: true }) as Record<string, string>[];
  for (const row of table) {
    sensitive.note('identity number', row[HEADERS.idNumber]!);
    sensitive.note('phone', row[HEADERS.mobile]!);
  }
}
