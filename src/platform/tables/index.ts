export { type Encoding, likelyEncoding } from './encoding.js';
export { isNdjson } from './open.js';
export { type CellMark, headerKey, type RowFault, type TableFormat, type TableHead, type TableRow } from './table.js';
export { TableReader } from './table-reader.js';
export { FILE_REFUSALS, FileEmpty, FileTooComplex, TooManyColumns, TooManyRows } from './tables.refusals.js';
export { isGzip } from './unpacking.js';
