import { serveParent } from '../../platform/children/index.js';
import type { ErpDocument } from './erp-client.js';
import { ublDocument } from './ubl.mapper.js';
import { readUbl, type UblFault } from './ubl.reader.js';

export type UblReply = { readonly document: ErpDocument } | { readonly fault: UblFault };

serveParent<Uint8Array, never, UblReply>(async function* read(bytes) {
  const read = readUbl(Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
  yield 'fault' in read ? read : { document: ublDocument(read.root) };
});
