/** The number a case has here: beside a reference of the sender it is that of our own exports, alone it may be the reference. */
export const CASE_NUMBER = '案件编号';

export type DialectName = 'template' | 'kingdee' | 'yonyou';

/** The header of each field in our own template; refusals name it too. */
export const TEMPLATE_HEADER = {
  externalRef: '外部单号',
  contractNumber: '合同编号',
  category: '债务类别',
  debtorKind: '债务人类型',
  debtorName: '债务人名称',
  debtorIdNumber: '统一社会信用代码/身份证号',
  debtorIdKind: '证件类型',
  debtorPhone: '手机号',
  debtorAddress: '联系地址',
  region: '省市区',
  principal: '本金(元)',
  penalty: '违约金(元)',
  paid: '已还(元)',
  outstanding: '欠款余额(元)',
  dueOn: '到期日',
  termDays: '账期(天)',
  invoicedOn: '开票日',
  lineKind: '明细类型',
  documentNumber: '明细单号',
  period: '费用期间',
  periodFrom: '期间起',
  periodTo: '期间止',
  lastInterruptedOn: '最近催告日',
  annualRate: '年利率(%)',
  contractOn: '合同签订日',
  filedOn: '起诉日',
  ordinaryRate: '期内年利率(%)',
  overdueRate: '逾期年利率(%)',
  penaltyRate: '违约金年利率(%)',
  fees: '其他费用(元)',
  deductedInAdvance: '预扣利息(元)',
  lender: '出借人类型',
  creditorScale: '债权人规模',
  debtorScale: '债务人规模',
  paymentTermDays: '约定付款期限(天)',
  payWhenPaid: '背靠背付款',
  legalOrigin: '债务成因',
  matter: '案由',
  evidence: '证据文件',
  serviceLine: '服务方式',
  commission: '佣金比例(%)',
  note: '备注',
  currency: '币别',
  documentStatus: '单据状态',
  cancelStatus: '作废状态',
  writeOffStatus: '核销状态',
  dunningBlock: '催款冻结',
} as const;

/** The facts a cell of an uploaded row can hold, whatever its header. Amounts are in yuan. */
export type CellField = keyof typeof TEMPLATE_HEADER;

/** The cells of one row that are not empty, by field; trimmed. */
export type Cells = Partial<Record<CellField, string>>;

/** Each group is one required fact; any field of the group supplies it. */
export const REQUIRED: readonly (readonly CellField[])[] = [
  ['externalRef'],
  ['debtorName'],
  ['principal', 'outstanding'],
  ['dueOn', 'termDays'],
];

type Alias = readonly [header: string, field: CellField, dialect?: DialectName];

const field = (name: CellField, headers: readonly string[], dialect?: DialectName): Alias[] =>
  headers.map((header) => [header, name, dialect] as const);

/** The template, in Chinese and English. */
const TEMPLATE: Alias[] = [
  ...Object.entries(TEMPLATE_HEADER).map(([name, header]) => [header, name as CellField] as const),
  ...field('externalRef', ['external_ref', 'external_reference', 'reference', 'case_no']),
  ...field('externalRef', ['外部编号', '单号', CASE_NUMBER]),
  ...field('contractNumber', ['contract_number', 'contract_no', '合同号', '销售合同号']),
  ...field('category', ['category', 'debt_type', '案件类型', '债务类型', '欠款类型']),
  ...field('debtorKind', ['debtor_kind', 'debtor_type', '客户类型', '主体类型']),
  ...field('debtorName', ['debtor_name', 'debtor', 'customer_name', '债务人', '债务人姓名', '欠款人', '姓名']),
  // A masked name tells of a case that is known; it makes no new one.
  ...field('debtorName', ['Debtor (masked)', '债务人（脱敏）']),
  ...field('debtorIdNumber', ['debtor_id_number', 'tax_id', 'credit_code', 'id_number']),
  ...field('debtorIdNumber', ['统一社会信用代码', '身份证号', '身份证号码', '身份证号/统一社会信用代码']),
  ...field('debtorIdNumber', ['证件号码', '纳税人识别号', '税号', '社会信用代码']),
  ...field('debtorIdKind', ['debtor_id_kind', 'id_kind', 'id_type', '证件类别', '证件种类']),
  ...field('debtorPhone', ['debtor_phone', 'phone', 'mobile', '手机', '手机号码', '联系电话', '电话']),
  ...field('debtorAddress', ['debtor_address', 'address', '地址', '通讯地址', '收货地址']),
  ...field('region', ['region', 'region_code', '地区', '区域', '所在地', '行政区划代码', '省份']),
  ...field('principal', ['principal', 'amount', 'total', '本金', '金额', '应收金额', '本金金额']),
  ...field('penalty', ['penalty', 'late_fee', '违约金', '滞纳金', '逾期利息']),
  ...field('paid', ['paid', 'paid_amount', 'paid_before', '已还', '已付', '已付金额', '已收金额', '已还金额']),
  ...field('outstanding', ['outstanding', 'outstanding_amount', 'balance', 'amount_residual', 'open_when_posted']),
  ...field('outstanding', [
    '欠款余额',
    '欠款金额',
    '余额',
    '应收余额',
    '未收金额',
    '未收款',
    '未付金额',
    '未还金额',
    '尚欠金额',
  ]),
  ...field('dueOn', ['due_on', 'due_date', 'invoice_date_due', '到期日期', '应付日期', '还款到期日']),
  ...field('termDays', ['term_days', 'payment_terms', '账期', '账期天数', '信用期', '付款期限']),
  ...field('invoicedOn', ['invoiced_on', 'invoice_date', '开票日期', '发票日期']),
  ...field('lineKind', ['line_kind', 'line_type', '明细种类', '款项类型']),
  ...field('documentNumber', ['document_number', 'document_no', 'invoice_number', 'invoice_no', '明细单据号']),
  ...field('documentNumber', ['发票号', '发票号码', '发票编号', '账单号', '账单编号']),
  ...field('period', ['period', 'fee_period', '费用年度', '费用月份', '所属期', '所属期间', '计费期间', '收费期间']),
  ...field('periodFrom', ['period_from', 'period_start', '费用期间起', '费用开始日期', '计费开始日', '计费开始日期']),
  ...field('periodTo', ['period_to', 'period_end', '费用期间止', '费用结束日期', '计费结束日', '计费结束日期']),
  ...field('lastInterruptedOn', ['last_interrupted_on', 'last_demand_on', '最近催收日', '时效中断日', '最近还款日']),
  ...field('annualRate', ['annual_rate', 'interest_rate', '年利率', '年化利率']),
  // Only headers that mean a term and nothing else: sheets have columns such as 出借人 with a name in it, which are no terms.
  ...field('contractOn', ['contract_on', '合同签订日期', '合同签署日', '合同成立日']),
  ...field('filedOn', ['filed_on', '起诉日期']),
  ...field('ordinaryRate', ['ordinary_rate', '期内利率', '期内利率(%)', '期内年利率', '借期内利率']),
  ...field('overdueRate', ['overdue_rate', '逾期利率', '逾期利率(%)', '逾期年利率']),
  ...field('penaltyRate', ['penalty_rate', '违约金年利率']),
  ...field('fees', ['fees', '其他费用']),
  ...field('deductedInAdvance', ['deducted_in_advance', '预扣利息', '预先扣除利息']),
  ...field('lender', ['lender', '出借方类型']),
  ...field('creditorScale', ['creditor_scale', '债权人企业规模']),
  ...field('debtorScale', ['debtor_scale', '债务人企业规模']),
  ...field('paymentTermDays', ['payment_term_days', '约定付款期限', '约定付款天数']),
  ...field('payWhenPaid', ['pay_when_paid', '背靠背', '背靠背条款', '背靠背付款条款']),
  ...field('legalOrigin', ['legal_origin', 'origin', '债务来源', '欠款原因', '款项性质']),
  ...field('matter', ['matter', 'cause_of_action', '案件事由', '纠纷类型']),
  ...field('evidence', ['evidence', 'evidence_files', '证据', '证据材料', '附件清单']),
  ...field('serviceLine', ['service_line', 'service', '服务类型', '催收方式']),
  ...field('commission', ['commission', 'commission_rate', '佣金比例', '佣金', '佣金率']),
  ...field('note', ['note', 'notes', 'remark', '说明', '摘要']),
  ...field('currency', ['currency', '币种']),
  ...field('documentStatus', ['status', 'document_status', '状态', '审核状态']),
  ...field('cancelStatus', ['cancelled', 'cancel_status', '是否作废', '作废']),
  // A line of our own export that was withdrawn says when.
  ...field('cancelStatus', ['Withdrawn at (China)', '撤销时间（北京）']),
  ...field('writeOffStatus', ['write_off_status', 'written_off', '是否核销', '坏账核销']),
  ...field('dunningBlock', ['dunning_block', 'MANSP', '催款锁定', '是否暂停催收']),
];

/** Kingdee `AR_receivable`: field names of its open API and the headers of its Chinese list export. */
const KINGDEE: Alias[] = [
  ...field('externalRef', ['FBillNo', '单据编号'], 'kingdee'),
  ...field('invoicedOn', ['FDATE', '业务日期'], 'kingdee'),
  ...field('dueOn', ['FENDDATE', 'FENDDATE_H'], 'kingdee'),
  ...field('debtorName', ['FCUSTOMERID', 'FCUSTOMERID.FName', 'FCUSTOMERNAME', '客户', '客户名称'], 'kingdee'),
  ...field('principal', ['FALLAMOUNTFOR', '价税合计', '价税合计本位币'], 'kingdee'),
  ...field('outstanding', ['FNOTWRITTENOFFAMOUNTFOR', '未核销金额', '未核销'], 'kingdee'),
  ...field('paid', ['FWRITTENOFFAMOUNTFOR', '已核销金额', '已核销'], 'kingdee'),
  ...field('documentStatus', ['FDOCUMENTSTATUS'], 'kingdee'),
  ...field('cancelStatus', ['FCANCELSTATUS'], 'kingdee'),
  ...field('writeOffStatus', ['FWRITTENOFFSTATUS'], 'kingdee'),
  ...field('currency', ['FCURRENCYID'], 'kingdee'),
  ...field('note', ['FAR_Remark'], 'kingdee'),
];

/** Yonyou U8 `oughtreceive`, where the due date follows from the payment terms. */
const YONYOU: Alias[] = [
  ...field('externalRef', ['code', 'cvouchid', '单据号', '应收单号'], 'yonyou'),
  ...field('invoicedOn', ['date', 'dvouchdate', '单据日期'], 'yonyou'),
  ...field('debtorName', ['cusname', 'cust_name', '客户简称'], 'yonyou'),
  ...field('principal', ['natamount', '本币金额'], 'yonyou'),
  ...field('outstanding', ['remainamount', 'natremainamount', '本币余额'], 'yonyou'),
  ...field('termDays', ['paycondition', 'creditdays', '付款条件', '信用天数'], 'yonyou'),
  ...field('documentStatus', ['checkstate'], 'yonyou'),
  ...field('note', ['digest'], 'yonyou'),
];

export const ALIASES: readonly Alias[] = [...TEMPLATE, ...KINGDEE, ...YONYOU];
