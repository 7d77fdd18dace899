import type { Grouping, ReadRow } from '../../src/exchange/rows/case-of-rows.policy.js';
import type { Cells } from '../../src/exchange/rows/header-aliases.js';
import { caseOf } from '../../src/exchange/rows/row-groups.policy.js';
import { mapRow } from '../../src/exchange/rows/row-mapper.js';

export const DEBTOR: Cells = { debtorName: '江城海港物业有限公司', debtorIdNumber: '91350100M000100Y43' };
/** A row below the header, as its sheet numbers it. */
export function row(cells: Cells, rowNumber: number): ReadRow {
  const given: Cells = { externalRef: 'A-1', ...DEBTOR, principal: '1000', dueOn: '2024-01-31', ...cells };
  const mapping = mapRow(given, { defaults: {}, dialect: { name: 'template', spelling: {} } });
  return { rowNumber, externalRef: given.externalRef ?? null, ...mapping };
}
export const rules = (grouping: Grouping = 'document', contested: string[] = []) => ({
  grouping,
  ofSeveralDebtors: new Set(contested),
  today: '2025-06-01',
});
export const made = (cells: readonly Cells[], grouping: Grouping = 'document', contested: string[] = []) =>
  caseOf(
    cells.map((one, n) => row(one, n + 2)),
    rules(grouping, contested),
  );
export const linesOf = (cells: readonly Cells[], grouping?: Grouping) =>
  made(cells, grouping).draft?.lines.map((line) => [
    line.kind,
    line.documentNumber,
    line.periodFrom,
    line.dueOn,
    line.principalFen,
  ]);
export const fates = (cells: readonly Cells[], grouping?: Grouping, contested?: string[]) =>
  made(cells, grouping, contested).members.map(
    ({ own, repeats }) => own?.map(({ code }) => code).join() ?? (repeats ? 'repeats' : 'line'),
  );
