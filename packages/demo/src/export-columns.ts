import { type Fen, formatYuan } from '@recourse/client';
import type { Day } from './days.js';

/** The list's columns: Kingdee's own first, then custom fields as creditors add them. 销售组织 is one that intake ignores. */
export const HEADERS = {
  externalRef: '单据编号',
  invoicedOn: '业务日期',
  dueOn: '到期日',
  debtorName: '客户',
  currency: '币别',
  total: '价税合计',
  settled: '已核销金额',
  open: '未核销金额',
  status: '单据状态',
  cancelled: '作废状态',
  salesOrganisation: '销售组织',
  contractNumber: '合同编号',
  category: '债务类别',
  origin: '债务成因',
  debtorKind: '债务人类型',
  idNumber: '统一社会信用代码/身份证号',
  mobile: '手机号',
  region: '省市区',
  evidence: '证据文件',
  note: '备注',
} as const;
export type ExportRow = Record<keyof typeof HEADERS, string>;

/** 2026/1/31, as list exports print days. */
export function slashed(day: Day): string {
  return day
    .split('-')
    .map((part) => part.replace(/^0/, ''))
    .join('/');
}

/** 12,345.60, as list exports print amounts. */
export function grouped(fen: Fen): string {
  return formatYuan(fen, { separators: true });
}
