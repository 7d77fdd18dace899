import { setTimeout as sleep } from 'node:timers/promises';
import type { ExportFile } from './export.js';

const POLL_MS = 50;
const PATIENCE_MS = 600_000;

interface Batch {
  id: string;
  state: string;
  totalRows: number;
  admittedRows: number;
  inReviewRows: number;
  rejectedRows: number;
  duplicateRows: number;
}

/** Posts every file as an ERP would and waits until each is completed. Answers how many rows became cases. */
export async function throughRest(
  url: string,
  token: string,
  files: readonly ExportFile[],
): Promise<{ cases: number; listed: number }> {
  const posted = await Promise.all(files.map((file) => post(url, token, file)));
  const ended = await Promise.all(posted.map((batch) => completed(url, token, batch.id)));
  const sum = (value: (batch: Batch) => number) => ended.reduce((total, batch) => total + value(batch), 0);
  return { cases: sum((batch) => batch.admittedRows + batch.inReviewRows), listed: sum((batch) => batch.admittedRows) };
}

async function post(url: string, token: string, file: ExportFile): Promise<Batch> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: 'text/csv' }), file.name);
  return json(await fetch(`${url}/v1/case-batches`, { method: 'POST', headers: bearer(token), body: form }), 202);
}

async function completed(url: string, token: string, id: string): Promise<Batch> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const batch = await json<Batch>(await fetch(`${url}/v1/case-batches/${id}`, { headers: bearer(token) }), 200);
    if (batch.state === 'completed') return batch;
    if (batch.state === 'failed' || batch.state === 'cancelled')
      throw new Error(`batch ${batch.state}: ${JSON.stringify(batch)}`);
    await sleep(POLL_MS);
  }
  throw new Error(`batch ${id} is not completed after ${PATIENCE_MS / 1000} s`);
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function json<T>(answer: Response, status: number): Promise<T> {
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${answer.url}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}
