/**
 * What a sender put into a column of codes, as far as it is kept and shown: a reason must not carry a name that stood in the wrong
 * place. The sender finds the rest at its row.
 */
const HIDDEN = '…';

const CURRENCY = /^(?:[A-Z]{3}|PRE\d{3}|[$€£₩₽฿]|(?:美|日|欧|港|台|澳|加|韩|新)[元币圆]|英镑|卢布|港币|外币|US$|HK$)$/i;
const STATUS =
  /^(?:[a-z]|是|否|无|已?(?:创建|提交|审核|审批|作废|取消|删除|关闭|完成|核销|冻结|坏账|付款|结清|生效|驳回|退回|暂存|保存|过账)|(?:未|待|重新|部分|全部|完全|坏账)(?:审核|审批|提交|核销|作废|付款|过账)|(?:审核|审批|处理|进行)中|草稿|正常|有效|无效|逾期|yes|no|none|true|false|0|1|draft|new|pending|open|closed|cancell?ed|void(?:ed)?|reversed|deleted|rejected|approved|unapproved|in review|submitted|posted|in payment|internal transfer|return|credit note(?: issued)?|红字(?:发票)?|退货|已?红冲|已冲销|贴现|已贴现|内部调拨|内部往来|(?:unpaid|overdue|partly paid)(?: and discounted)?|paid|written[ _-]?off|blocked|returned|saved|created|re-?review)$/i;

export function shownCurrency(cell: string): string {
  return CURRENCY.test(cell.slice(0, 20)) && cell.length <= 20 ? cell : HIDDEN;
}

export function shownStatus(cell: string): string {
  return cell.length <= 20 && STATUS.test(cell) ? cell : HIDDEN;
}

/** A key of JSON that looks like one. */
export function shownKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(key) ? key : HIDDEN;
}

/** Words of which headers of tables consist. */
const HEADER_WORD =
  /客户|供应商|公司|单位|组织|部门|业务员?|经办|负责|联系|人员?|债务|债权|员工|编码|编号|代码|名称|简称|全称|类型|类别|种类|性质|状态|单据|发票|合同|订单|凭证|账号|账户|账龄|银行|日期|时间|年度?|月份?|期间?|天数|金额|余额|本金|利息|价税|税率?|合计|总计|小计|数量|单价|币别|币种|汇率|备注|摘要|说明|附件|来源|行号|序号|主键|内码|地区|城市|省份?|国家|地址|电话|手机|邮箱|是否|已|未|应收|应付|实收|核销|收款|付款|到期|逾期|开票|审核|创建|修改|门店|店铺|仓库|渠道|项目|产品|物料|规格|型号|科目|方式|条件|标志|自定义|字段|其他|的|[\d\s_.,:：;/\\#%()（）\-+&*￥¥$]/gu;
const HEADER_LATIN =
  /\b(?:customer|client|vendor|supplier|company|name|no|nr|number|code|id|key|ref|reference|type|kind|category|status|state|document|invoice|contract|order|voucher|account|bank|date|day|days|time|year|month|period|amount|total|sum|open|balance|principal|interest|tax|vat|net|gross|quantity|qty|unit|price|currency|rate|note|notes|remark|remarks|comment|description|memo|attachment|source|row|line|seq|region|city|province|country|address|phone|mobile|email|due|overdue|paid|payment|method|terms|term|created|modified|posted|approved|project|product|item|subject|department|org|organisation|organization|sales|owner|group|custom|field|extra|other|of|the|and|for|in|is|by|to|on|[a-z]?\d+|[A-Z]{1,4}\d*)\b/gi;

/** An unknown header when it consists of words of tables or is one technical word, otherwise its place: `column D`. */
export function shownUnknown(header: string, index: number): string {
  const technical = /^(?=.*[_\d])[A-Za-z][A-Za-z0-9_.]{1,39}$/.test(header) || /^F[A-Z]{2,30}$/.test(header);
  const rest = header.replace(HEADER_LATIN, '').replace(HEADER_WORD, '');
  return (technical || rest === '') && !/\d{5}/.test(header) ? header : columnName(index);
}

/** A column by its place, counted from 0: `column D`. */
export function columnName(index: number): string {
  return `column ${letterOf(index)}`;
}

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
