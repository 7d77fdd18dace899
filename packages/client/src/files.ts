import type { components } from './generated/rest.js';
import { callRest } from './rest.js';
import type { CallOptions } from './settings.js';
import type { Transport } from './transport.js';

/** `client.files`: documents such as vouchers, evidence and licences. */
export class Files {
  constructor(private readonly transport: Transport) {}

  /** Hands in a PDF, JPEG or PNG of at most 10 MB; its id goes into a repayment, a verification or a case. */
  upload(
    file: Blob | Uint8Array,
    { purpose, filename, ...options }: CallOptions & { purpose?: string; filename?: string } = {},
  ): Promise<components['schemas']['File']> {
    const form = new FormData();
    if (purpose !== undefined) form.append('purpose', purpose);
    form.append('file', asBlob(file), filename ?? (file as { name?: string }).name ?? 'document');
    return callRest(this.transport, 'uploadFile', { body: form }, options);
  }

  download(id: string, options?: CallOptions): Promise<Response> {
    return this.transport.download(`/v1/files/${encodeURIComponent(id)}`, {}, options);
  }
}

export function asBlob(contents: Blob | Uint8Array | string): Blob {
  return contents instanceof Blob ? contents : new Blob([contents as never]);
}
