import { serveParent } from '../../platform/children/index.js';
import type { ErpDocument } from './erp-client.js';
import { ublDocument } from './ubl.mapper.js';
import { readUbl, type UblFault } from './ubl.reader.js';

export type UblReply = { readonly document: ErpDocument } | { readonly fault: UblFault };

serveParent<null, never, UblReply>(async function* read(_, bytes) {
  const read = readUbl(bytes);
  yield 'fault' in read ? read : { document: ublDocument(read.root) };
});
