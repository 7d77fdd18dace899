import type { ReadCase, ReadRow } from '../rows/index.js';
import { readContents } from './batch-contents.js';
import type { CaseBatch } from './case-batch.repository.js';
import { fileSubmission, jsonSubmission } from './submission.js';

const rowsOf = (cases: readonly ReadCase[]) => cases.flatMap(({ members }) => members.map(({ row }) => row));
const batchOf = (submission: object) => submission as unknown as CaseBatch;
async function all(chunks: AsyncIterable<readonly ReadCase[]>): Promise<ReadRow[]> {
  const found: ReadRow[] = [];
  for await (const chunk of chunks) found.push(...rowsOf(chunk));
  return found;
}

describe('a batch, from what was sent to drafts', () => {
  it('reads a sheet with its defaults and spells fields as the sheet does', async () => {
    const text =
      '单据编号,客户,客户编码,未核销金额,到期日\nA1,甲有限公司,7,5000,2026/1/31\nA2,乙有限公司,8,x,2026/1/31\n';
    const defaults = {
      commission: { bps: 1500, tiers: [{ minAmountFen: '100', bps: 1000 }] },
      legalOrigin: 'trade' as const,
    };
    const submission = await fileSubmission(Buffer.from(text), 'a.csv', defaults);
    expect(submission).toMatchObject({ totalRows: 2, unknownColumns: ['客户编码'], encoding: 'utf-8' });
    const { chunks, spell, close } = await readContents(batchOf(submission), submission.bytes, 0);
    const [sound, broken] = await all(chunks);
    await close();
    const offer = { commissionBps: 1500, tiers: [{ minAmountFen: 100n, bps: 1000 }] };
    expect(sound).toMatchObject({ rowNumber: 2, externalRef: 'A1', draft: { offer, legalOrigin: 'trade' } });
    expect(broken).toMatchObject({
      rowNumber: 3,
      externalRef: 'A2',
      reasons: [{ code: 'AMOUNT_UNREADABLE', field: '未核销金额' }],
    });
    expect(['outstandingFen', 'externalRef', 'regionCode', 'offer.tiers[0].bps'].map(spell)).toEqual([
      '未核销金额',
      '单据编号',
      '省市区',
      '佣金比例(%)',
    ]);
  });

  it('reads JSON rows, whatever they are, and keeps their paths', async () => {
    const rows = [
      { externalRef: 'J1', debtorName: '甲有限公司', outstandingFen: '5', dueOn: '2026-01-31' },
      null,
      { externalRef: 'J3\u0000' },
    ];
    const submission = jsonSubmission({ rows });
    const contents = await readContents(batchOf(submission), submission.bytes, 0);
    expect(
      (await all(contents.chunks)).map((row) => [row.rowNumber, row.externalRef, row.draft !== undefined]),
    ).toEqual([
      [1, 'J1', true],
      [2, null, false],
      [3, null, false],
    ]);
    expect(['outstandingFen', 'offer.commissionBps', 'offer.tiers'].map(contents.spell)).toEqual([
      'outstandingFen',
      'commission.bps',
      'commission.tiers',
    ]);
  });

  it.each([
    ['create', [500, 500, 200]],
    ['upsert', [...Array<number>(12).fill(100)]],
  ] as const)('decides together as many rows as %s bears, each once, also after a break', async (mode, sizes) => {
    const lines = Array.from({ length: 1_200 }, (_, n) => JSON.stringify({ externalRef: `R${n + 1}` }));
    const submission = await fileSubmission(
      Buffer.from(lines.join('\n')),
      'a',
      {},
      {
        ...{ mode, grouping: 'document', dryRun: false },
      },
    );
    const read = async (after: number) => {
      const { chunks, close } = await readContents({ ...batchOf(submission), mode }, submission.bytes, after);
      const found: number[][] = [];
      for await (const chunk of chunks) found.push(rowsOf(chunk).map(({ rowNumber }) => rowNumber));
      await close();
      return found;
    };
    const whole = await read(0);
    expect(whole.map((chunk) => chunk.length)).toEqual(sizes);
    expect(whole.flat()).toEqual(lines.map((_, n) => n + 1));
    expect((await read(300)).flat()).toEqual(lines.slice(300).map((_, n) => n + 301));
  });

  it('puts rows under merged cells to the case above, and refuses it, for they say no reference', async () => {
    const header = '单据编号,客户,价税合计,未核销金额,到期日\n';
    const rows = [
      'A,甲有限公司,10000,5000,2026/1/31',
      ',,,5000,2026/2/28',
      'B,乙有限公司,10000,10000,2026/1/31',
      ',丙有限公司,500,500,2026/1/31',
      'C,丁有限公司,500,500,2026/1/31',
      ',丁有限公司,500,500,2026/2/28',
      ',,合计,5000,',
    ];
    const submission = await fileSubmission(Buffer.from(header + rows.join('\n')), 'a.csv', {});
    expect(submission).toMatchObject({ inGroups: true });
    const batch = { ...batchOf(submission), createdAt: new Date('2026-11-30') };
    const { chunks, close } = await readContents(batch, submission.bytes, 0);
    const cases: ReadCase[] = [];
    for await (const chunk of chunks) cases.push(...chunk);
    await close();
    expect(cases.map(({ draft, members }) => [draft?.externalRef, members.map(({ row }) => row.rowNumber)])).toEqual([
      [undefined, [2, 3]],
      ['B', [4]],
      [undefined, [5]],
      [undefined, [6, 7]],
      [undefined, [8]],
    ]);
  });

  it('has a case decided where its first row stands, and goes on behind the cases that are decided', async () => {
    const lines = Array.from({ length: 1_500 }, (_, n) => JSON.stringify({ externalRef: `R${n % 500}`, note: `${n}` }));
    const submission = await fileSubmission(Buffer.from(lines.join('\n')), 'a', {});
    const batch = { ...batchOf(submission), createdAt: new Date('2026-11-30') };
    const read = async (after: number) => {
      const { chunks, close } = await readContents(batch, submission.bytes, after);
      const found: number[][] = [];
      for await (const chunk of chunks) found.push(rowsOf(chunk).map(({ rowNumber }) => rowNumber));
      await close();
      return found;
    };
    const whole = await read(0);
    expect(whole.map((chunk) => chunk.length)).toEqual([501, 501, 498]);
    expect(whole.flat()).toEqual(Array.from({ length: 500 }, (_, n) => [n + 1, n + 501, n + 1_001]).flat());
    expect(await read(501)).toEqual(whole.slice(1));
  });

  it.each([
    [{}, 'INVALID_INPUT', 'rows'],
    [{ rows: [] }, 'FILE_EMPTY', 'rows'],
    [{ rows: Array(1001).fill({}) }, 'TOO_MANY_ROWS', 'rows'],
    [{ rows: [{}], more: 1 }, 'INVALID_INPUT', 'more'],
    [{ rows: [{}], defaults: { commission: { bps: 10_001 } } }, 'INVALID_INPUT', 'defaults.commission.bps'],
    [null, 'INVALID_INPUT', 'rows'],
  ])('refuses the body %j', (body, code, path) => {
    expect(() => jsonSubmission(body)).toThrow(expect.objectContaining({ code, path }));
  });
});
