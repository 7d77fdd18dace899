import { readFileSync } from 'node:fs';
import { rowsOf } from '../../../test/support/files.js';
import {
  DEBT_CATEGORY,
  DEBTOR_KIND,
  EVIDENCE_KIND,
  LEGAL_ORIGIN,
  SERVICE_LINE,
} from '../../casework/admission/index.js';
import { CASE_STATE, CLOSE_CODE, type SeenCase } from '../../casework/cases/index.js';
import { ACTIVITY_KIND, ACTIVITY_OUTCOME } from '../../casework/collection/index.js';
import {
  CLOCK_EVENT_KIND,
  DEBTOR_ID_KIND,
  LIMITATION_STATE,
  LINE_KIND,
  lineKey,
  MATTER,
} from '../../casework/debt/index.js';
import { type Locale, SystemClock, type Vocabulary } from '../../kernel/index.js';
import { writeSheet } from '../../platform/sheets/index.js';
import { csvTable } from '../../platform/tables/csv-table.js';
import { GRADE } from '../../risk/standing/standing-parameters.policy.js';
import { ROW_OUTCOME } from '../batches/case-batch.lifecycle.js';
import { readEvidence } from '../rows/cell-values.js';
import type { Cells } from '../rows/header-aliases.js';
import { HEADER_KEYS, readHeaders } from '../rows/headers.js';
import { caseOf, type ReadRow } from '../rows/index.js';
import { mapRow } from '../rows/row-mapper.js';
import { sheetRow } from '../rows/sheet-rows.js';
import { TEMPLATE_COLUMNS } from '../rows/template-columns.js';
import { Templates } from '../rows/templates.service.js';
import { caseColumns, caseRow } from './case-export.js';
import { lineColumns, lineRow } from './line-export.js';

const VOCABULARIES: readonly [string, Vocabulary<string>][] = Object.entries({
  ...{ DEBT_CATEGORY, DEBTOR_KIND, EVIDENCE_KIND, LEGAL_ORIGIN, MATTER, SERVICE_LINE },
  ...{ CASE_STATE, CLOSE_CODE, ACTIVITY_KIND, ACTIVITY_OUTCOME, ROW_OUTCOME, GRADE, LINE_KIND },
  ...{ DEBTOR_ID_KIND, CLOCK_EVENT_KIND, LIMITATION_STATE },
}).map(([name, vocabulary]) => [name, vocabulary as Vocabulary<string>]);
const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

const ROW: Cells = { externalRef: 'A1', debtorName: '甲公司', principal: '12', dueOn: '2026-01-31' };
const draftOf = (cells: Cells) =>
  mapRow({ ...ROW, ...cells }, { defaults: {}, dialect: { name: 'template', spelling: {} } }).draft;

describe('what the product writes, it reads back as the same code', () => {
  it.each(VOCABULARIES)('%s', (_, vocabulary) => {
    for (const locale of LOCALES) {
      const words = vocabulary.codes.map((code) => vocabulary.say(code, locale));
      expect(words.map((word) => vocabulary.read(word))).toEqual(vocabulary.codes);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it.each(LOCALES)('the words of an export, in %s', (locale) => {
    const at = (header: RegExp) => caseColumns(locale).findIndex((column) => header.test(column.header));
    const [category, serviceLine, debtorKind] = [/类别|Category/, /服务|Service/, /债务人类型|Debtor type/].map(at);
    for (const one of DEBT_CATEGORY.codes)
      for (const line of SERVICE_LINE.codes)
        for (const kind of DEBTOR_KIND.codes) {
          const seen = { ...EMPTY, category: one, serviceLine: line, debtorKind: kind };
          const row = caseRow(seen, { locale, shows: () => true }).map(String);
          const cells = { category: row[category!]!, serviceLine: row[serviceLine!]!, debtorKind: row[debtorKind!]! };
          expect(draftOf(cells)).toMatchObject({ category: one, serviceLine: line, debtorKind: kind });
        }
  });

  it.each(['en', 'zh'] as const)('the choices of the template, in %s', (language) => {
    const offered = TEMPLATE_COLUMNS.filter(({ choices }) => choices);
    expect(offered.map(({ field }) => field)).toEqual([
      ...['debtorKind', 'lineKind', 'legalOrigin', 'matter', 'serviceLine', 'debtorIdKind'],
      ...['lender', 'creditorScale', 'debtorScale', 'payWhenPaid'],
    ]);
    for (const { field, choices } of offered) {
      const codeIn = (draft: ReturnType<typeof draftOf>) =>
        field === 'lineKind'
          ? draft?.lines[0]?.kind
          : (draft?.[field as 'serviceLine'] ?? draft?.claimTerms?.[field as 'lender' | 'payWhenPaid']);
      const read = choices![language].map((word) => codeIn(draftOf({ [field]: word })));
      expect(read).toEqual(field === 'payWhenPaid' ? [true, false] : choices!.en);
    }
    const hint = TEMPLATE_COLUMNS.find(({ field }) => field === 'evidence')!.hint[language];
    expect(readEvidence(hint.split(/[:：]/)[1]!)).toEqual(EVIDENCE_KIND.codes.filter((kind) => kind !== 'other'));
  });

  it.each(LOCALES)('the sample row of the template, in %s', async (locale) => {
    const file = await new Templates(new SystemClock()).file('csv', locale);
    const limits = { maxRows: 10, maxColumns: 100, headers: HEADER_KEYS, sheetNames: [] };
    const table = await csvTable([file.toString('utf8')], 'utf-8', limits);
    const header = readHeaders(table.head.header!);
    for await (const row of table.rows) {
      expect(draftOf(sheetRow(row, header).cells)).toMatchObject({
        ...{ debtorKind: 'enterprise', legalOrigin: 'trade', serviceLine: 'agency_dunning' },
        evidence: ['contract', 'invoice', 'delivery_note', 'reconciliation_statement'],
      });
    }
  });

  it.each(LOCALES)('the lines of cases, in %s: those of one case in the order they had', async (locale) => {
    const cells = LINES.map((line) => lineRow(line, SEEN, { locale, shows: () => true }));
    const columns = lineColumns(locale);
    const file: Buffer[] = [];
    for await (const chunk of writeSheet('csv', { name: 'x', columns, rows: cells })) file.push(Buffer.from(chunk));
    const rows = await rowsOf(Buffer.concat(file));
    expect(rows.map(({ ref, codes }) => ref ?? codes)).toEqual(['K-7', 'K-7', 'K-7', ['SKIPPED_CANCELLED']]);
    const read: ReadRow[] = rows.map(({ draft }, n) => ({ rowNumber: n, externalRef: 'K-7', draft }));
    const rules = { grouping: 'document', ofSeveralDebtors: new Set<string>(), today: '2026-06-01' } as const;
    const made = caseOf(read.slice(0, 3), rules).draft;
    expect(made).toMatchObject({
      category: 'commercial_receivable',
      debtorKind: 'enterprise',
      outstandingFen: 70_000n,
    });
    expect(made?.lines.map(lineKey)).toEqual(LINES.slice(0, 3).map(lineKey));
    expect(made?.lines).toMatchObject(
      LINES.slice(0, 3).map(({ principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn }) => ({
        ...{ principalFen, penaltyFen, paidFen, dueOn, invoicedOn, lastInterruptedOn },
      })),
    );
  });

  it.each<[string, Vocabulary<never>, string]>([
    ['公司催收', SERVICE_LINE, 'agency_dunning'],
    ['智能催收', SERVICE_LINE, 'robot_dunning'],
    ['诉讼', SERVICE_LINE, 'legal'],
    ['仲裁', SERVICE_LINE, 'legal'],
    ['律师函', SERVICE_LINE, 'lawyer_letter'],
    ['货款', LEGAL_ORIGIN, 'trade'],
    ['服务费', LEGAL_ORIGIN, 'service'],
    ['物业费', LEGAL_ORIGIN, 'property'],
    ['判决', EVIDENCE_KIND, 'judgment'],
    ['裁决书', EVIDENCE_KIND, 'judgment'],
    ['身份证', EVIDENCE_KIND, 'id_copy'],
    ['statement', EVIDENCE_KIND, 'reconciliation_statement'],
  ] as never)('%s, which it wrote before, too', (word, vocabulary, code) => {
    expect(vocabulary.read(word)).toBe(code);
  });
});

it.each(VOCABULARIES)('the glossary writes %s in the same words', (_, vocabulary) => {
  const glossary = readFileSync('docs/glossary.md', 'utf8');
  const lines = glossary.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  for (const code of vocabulary.codes) {
    const words = lines.flatMap(([, english = '', chinese = '']) => {
      const codes = [...english.matchAll(/`(\w+)`/g)].map(([, one]) => one);
      const at = codes.indexOf(code);
      return at < 0 ? [] : codes.length === 1 ? [chinese] : [chinese.split('、')[at]];
    });
    expect({ code, words }).toEqual({ code, words: expect.arrayContaining([vocabulary.say(code, 'zh-CN')]) });
  }
});

type Line = SeenCase['lines'][number];
const line = (lineNumber: number, facts: Partial<Line>) =>
  ({
    ...{ lineNumber, kind: 'invoice', documentNumber: null, periodFrom: null, periodTo: null, dueOn: '2026-01-31' },
    ...{ invoicedOn: null, lastInterruptedOn: null, principalFen: 50_000n, penaltyFen: 0n, paidFen: 0n },
    ...{ openFen: 0n, monthsOverdue: 4, limitationExpiresOn: '2029-01-31', limitation: null, withdrawnAt: null },
    ...facts,
  }) as unknown as Line;
const LINES = [
  line(1, {
    documentNumber: '007001',
    penaltyFen: 1_000n,
    paidFen: 20_000n,
    openFen: 31_000n,
    invoicedOn: '2026-01-02',
  }),
  line(2, { kind: 'instalment', documentNumber: '007002', dueOn: '2026-02-28', openFen: 50_000n }),
  line(3, { kind: 'credit_note', documentNumber: 'CN-1', principalFen: -11_000n, openFen: -11_000n }),
  line(4, { documentNumber: '007003', withdrawnAt: new Date('2026-03-01T00:00:00Z') }),
];
const SEEN = {
  ...{ number: 'DC-2026-1', externalRef: 'K-7', category: 'commercial_receivable', debtorKind: 'enterprise' },
  ...{ debtorMaskedName: '江城****有限公司', lines: LINES },
} as unknown as SeenCase;

/** A case as a reader sees it, with what an export needs and nothing in it. */
const EMPTY = {
  ...{ id: '00000000-0000-7000-8000-000000000000', commissionBps: 0, state: 'listed', lines: [] },
} as unknown as SeenCase;
