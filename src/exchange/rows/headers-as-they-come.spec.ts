import { refusalOf, rowsOf } from '../../../test/support/files.js';

describe('headers of amounts in another unit', () => {
  const read = (...lines: readonly (readonly string[])[]) => lines.map((cells) => cells.join()).join('\n');
  const names = ['单据编号', '客户', '价税合计', '到期日'];
  const row = ['A-1', '宁波市远航物流有限公司', '1.24', '2025/4/30'];

  it.each([
    '单位：万元',
    '应收账款明细表（单位：千元）',
    '金额单位: 人民币万元',
    '单位 (百万元)',
    '币种：USD',
    '币别:美元',
    'Currency: HKD',
    'Unit: RMB thousand',
    '币种：人民币（万元）',
    '单位：人民币 千元',
    '应收账款明细表（万元）',
    '明细表单位:万元、%',
    'Amounts in thousands of CNY',
    '单位：亿',
    '单位：k',
  ])('a title %s is refused, where it is one of money', async (title) => {
    const refused = await refusalOf(read([title], names, row));
    if (title.endsWith('k')) expect(refused).toBeUndefined();
    else expect(refused).toMatchObject({ code: 'UNIT_UNSUPPORTED' });
  });

  it.each([
    '单位：元',
    '单位：人民币元',
    '币种：人民币',
    '币种: CNY',
    '编制单位：江城海港贸易有限公司',
    '填报单位：万元科技有限公司',
    '单位：万科企业',
    '客户单位：新元贸易',
    '单位：吨',
    '应收账款（元）',
    '单位：江城分公司',
    '单位:',
  ])('a title %s is read past', async (title) => {
    expect((await rowsOf(read([title], names, row)))[0]?.draft?.principalFen).toBe(124n);
  });

  it('a row with one short word below them is one of data', async () => {
    expect(await rowsOf(read(names, ['abc', '', '', ''], row))).toHaveLength(2);
  });

  it('a header that names one for all is refused, one of a column that is not read is not', async () => {
    expect(await refusalOf(read([...names, '单位：万元'], [...row, '']))).toMatchObject({ code: 'UNIT_UNSUPPORTED' });
    expect((await rowsOf(read([...names, '累计（万元）'], [...row, '9'])))[0]?.draft?.principalFen).toBe(124n);
  });

  it.each([['万元'], ['（千元）'], ['USD']])('a row of units below them, %s, is refused', async (unit) => {
    expect(await refusalOf(read(names, ['', '', unit, ''], row))).toMatchObject({ code: 'COLUMNS_MISSING' });
  });

  it.each([['元'], ['(元)'], ['CNY']])('a row of units below them, %s, is none of data', async (unit) => {
    expect((await rowsOf(read(names, ['', '', unit, '日期'], row))).map(({ ref }) => ref)).toEqual(['A-1']);
  });
});

describe('headers', () => {
  const row = ['A-1', '宁波市远航物流有限公司', '12400.00', '400.00', '2025/4/30'];
  const read = (...lines: readonly (readonly string[])[]) => rowsOf(lines.map((cells) => cells.join()).join('\n'));
  const refused = (...lines: readonly (readonly string[])[]) =>
    refusalOf(lines.map((cells) => cells.join()).join('\n'));

  it.each([
    [['价税合计', '未核销'], '40000'],
    [['价税合计', '未核销金额'], '40000'],
    [['本金', '余额'], '40000'],
    [['本金(元)', '欠款余额(元)'], '40000'],
  ])('in two rows are read by the second: %j', async (names, open) => {
    const [found] = await read(['单据编号', '客户', '金额', '', '到期日'], ['', '', ...names, ''], row);
    expect(found?.draft).toMatchObject({ principalFen: 1_240_000n, outstandingFen: BigInt(open) });
  });

  it.each([[['总额', '未收']], [['价税合计', '其中未到期']], [['', '未核销金额']], [['含税', '不含税']]])(
    'of amounts that are not known are refused: %j',
    async (names) => {
      expect(await refused(['单据编号', '客户', '金额', '', '到期日'], ['', '', ...names, ''], row)).toMatchObject({
        code: expect.stringMatching(/^COLUMNS_(UNCLEAR|REPEATED)$/),
      });
    },
  );

  it('repeated in full in the second row are the second', async () => {
    const names = ['单据编号', '客户', '价税合计', '未核销金额', '到期日'];
    const [found] = await read(['单据编号', '客户', '金额', '', '到期日'], names, row);
    expect(found?.draft).toMatchObject({ principalFen: 1_240_000n, outstandingFen: 40_000n });
  });

  it('in two rows of other columns', async () => {
    const [found] = await read(
      ['单据编号', '客户', '价税合计', '未核销金额', '日期', ''],
      ['', '', '', '', '到期日', '开票日'],
      [...row, '2025/3/1'],
    );
    expect(found?.draft).toMatchObject({ dueOn: '2025-04-30', invoicedOn: '2025-03-01', outstandingFen: 40_000n });
  });

  it('above the last column spread too', async () => {
    const [found] = await read(
      ['单据编号', '客户', '到期日', '金额'],
      ['', '', '', '价税合计', '未核销'],
      [...['A-1', '宁波市远航物流有限公司', '2025/4/30', '12400.00', '400.00']],
    );
    expect(found?.draft).toMatchObject({ outstandingFen: 40_000n });
  });

  it('in three rows', async () => {
    const [found] = await read(
      ['单据编号', '客户', '金额', '', '到期日'],
      ['', '', '本币', '', ''],
      ['', '', '价税合计', '未核销', ''],
      row,
    );
    expect(found?.draft).toMatchObject({ principalFen: 1_240_000n, outstandingFen: 40_000n });
  });

  it('are found in the row above the one with the most names', async () => {
    const [found] = await read(
      ['应收账款明细表'],
      ['单据编号', '客户', '应收', '', '客户资料', ''],
      ['', '', '余额', '到期日', '手机号', '地区'],
      ['A-1', '宁波市远航物流有限公司', '400', '2025/4/30', '13912345678', '福建省福州市'],
    );
    expect(found?.draft).toMatchObject({ externalRef: 'A-1', outstandingFen: 40_000n, debtorPhone: '+8613912345678' });
  });

  it('of ages with figures in their names are no row of data', async () => {
    const rows = await read(
      ['单据编号', '客户', '余额', '账龄', '', '到期日'],
      ['', '', '', '30天内', '31-60天', ''],
      ['A-1', '宁波市远航物流有限公司', '400', '100', '300', '2025/4/30'],
    );
    expect(rows.map(({ draft }) => draft?.outstandingFen)).toEqual([40_000n]);
    expect(
      await refused(['单据编号', '客户', '余额', '', '到期日'], ['', '', '30天内', '31-60天', ''], row),
    ).toMatchObject({ code: 'COLUMNS_UNCLEAR' });
  });

  it('repeated on a later page are skipped by name', async () => {
    const names = ['单据编号', '客户', '价税合计', '未核销金额', '到期日'];
    expect((await read(names, row, names, row)).map(({ codes }) => codes)).toEqual([[], ['SKIPPED_HEADER_ROW'], []]);
  });

  it('with fewer columns than a row whose amount was cut at its comma refuse the row', async () => {
    const [found] = await read(
      ['单据编号', '客户', '到期日', '本金', '已还'],
      ['A-1', '宁波市远航物流有限公司', '2025/4/30', '8,000.00', ''],
    );
    expect(found?.codes).toEqual(['ROW_TOO_MANY_CELLS']);
  });

  it('are no second row where a row of data stands', async () => {
    const [found] = await read(
      ['单据编号', '客户', '余额', '', '到期日'],
      ['A-1', '甲有限公司', '400', '', '2025/4/30'],
    );
    expect(found).toMatchObject({ ref: 'A-1', draft: { outstandingFen: 40_000n } });
  });
});
