export type { Grouping, ReadRow } from './case-of-rows.policy.js';
export { type GroupKey, keyOfJson, keyOfSheet } from './case-of-rows.policy.js';
export { ColumnsMissing, ColumnsRepeated, ColumnsUnclear, UnitUnsupported } from './columns.refusals.js';
export { type CellField, TEMPLATE_HEADER } from './header-aliases.js';
export { type Dialect, type HeaderReading, namesOfUnnamed } from './headers.js';
export { openImport } from './import-table.js';
export { caseInputSchema, mapJsonRow } from './json-row.js';
export { type KeptReason, type RowReason, reason, reasonText, textsOf } from './reasons.js';
export { checkDefaults, defaultsFromText, readDefaults, type StoredDefaults } from './row-defaults.js';
export {
  caseOf,
  caseOfOne,
  type GroupRules,
  type Member,
  MOST_ROWS_OF_CASE,
  oneOfTooMany,
  type ReadCase,
} from './row-groups.policy.js';
export { mapRow, type RowDefaults } from './row-mapper.js';
export { TERM_COLUMNS } from './row-terms.js';
export { RowsModule } from './rows.module.js';
export { FAULT_REASONS, sheetRow } from './sheet-rows.js';
export { SAMPLE_REFERENCE } from './template-columns.js';
export { Templates } from './templates.service.js';
