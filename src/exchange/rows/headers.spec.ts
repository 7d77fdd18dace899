import { headerKey } from '../../platform/tables/table.js';
import { TooManyColumns } from '../../platform/tables/tables.refusals.js';
import { ColumnsMissing, ColumnsRepeated } from './columns.refusals.js';
import { ALIASES } from './header-aliases.js';
import { readHeaders } from './headers.js';

const refusalOf = (cells: string[]) => {
  try {
    return readHeaders(cells);
  } catch (error) {
    return error;
  }
};

describe('the header line', () => {
  it('has one meaning for every alias', () => {
    const meanings = new Map<string, string>();
    for (const [alias, field] of ALIASES) {
      expect([alias, meanings.get(headerKey(alias)) ?? field]).toEqual([alias, field]);
      meanings.set(headerKey(alias), field);
    }
  });

  it('reads the template, whatever the width, case, marks and spaces', () => {
    const { columns, dialect } = readHeaders(['\ufeff外部单号*', ' 债务人 名称', '欠款余额（元）', 'Due Date', '序号']);
    expect(columns).toEqual(['externalRef', 'debtorName', 'outstanding', 'dueOn', undefined]);
    expect(dialect).toMatchObject({ name: 'template', spelling: { externalRef: '外部单号*', dueOn: 'Due Date' } });
  });

  it('reads Kingdee, by API names and by list headers', () => {
    const api = ['FBillNo', 'FDATE', 'FENDDATE', 'FCUSTOMERID', 'FALLAMOUNTFOR', 'FNOTWRITTENOFFAMOUNTFOR'];
    const list = ['单据编号', '业务日期', '到期日', '客户', '价税合计', '未核销金额'];
    expect(readHeaders(api).columns).toEqual(readHeaders(list).columns);
    expect(readHeaders([...list, '单据状态', '作废状态'])).toMatchObject({ dialect: { name: 'kingdee' }, unknown: [] });
  });

  it('reads Yonyou, whose due day comes from terms', () => {
    expect(readHeaders(['code', 'date', 'cusname', 'natamount', 'paycondition']).dialect.name).toBe('yonyou');
  });

  it('names what is missing, what is repeated and what it does not know', () => {
    expect(refusalOf(['外部单号', '备注'])).toBeInstanceOf(ColumnsMissing);
    expect(refusalOf(['外部单号', '备注'])).toMatchObject({
      details: { columns: '债务人名称, 本金(元) | 欠款余额(元), 到期日 | 账期(天)' },
    });
    expect(refusalOf(['客户', '债务人名称'])).toBeInstanceOf(ColumnsRepeated);
    expect(refusalOf(['客户', '债务人名称'])).toMatchObject({ details: { columns: '客户 / 债务人名称' } });
    expect(readHeaders(['外部单号', '客户', '余额', '到期日', '门店', '']).unknown).toEqual(['门店']);
    expect(refusalOf(Array(101).fill('x'))).toBeInstanceOf(TooManyColumns);
  });
});
