import fc from 'fast-check';
import {
  sampleBankAccount,
  sampleCreditCode,
  sampleLawyerCertificate,
  sampleMobile,
  sampleResidentId,
} from '../../kernel/index.js';
import { type ApplicationFacts, canonicalFacts, maskedFacts, partiesOf } from './application-facts.policy.js';
import { checkFiguresOf, verificationPolicy } from './approval.figures.js';
import { blockingFailures, type CheckSubject, runChecks } from './checks.policy.js';
import type { PersonIdKind } from './person-id-kind.words.js';
import { APPLICANT_KINDS, type ApplicantKind, REQUIREMENTS } from './requirements.policy.js';

const TODAY = '2026-11-21';
const figures = checkFiguresOf(verificationPolicy.schema.parse({}));

function facts(n: number, kind: ApplicantKind, change: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    businessName: '甲乙商务服务有限公司',
    creditCode: sampleCreditCode(n, kind === 'law_firm' ? 'law_firm' : 'enterprise'),
    legalRepresentative: { name: '张三', residentId: sampleResidentId(n) },
    owners: [
      { name: '李四', idNumber: sampleResidentId(n + 1) },
      { name: '丙丁投资', idNumber: sampleCreditCode(n + 2) },
    ],
    registeredAddress: '某省某市某路1号',
    businessScope: '商账管理；应收账款催收服务',
    licenceValidUntil: null,
    licenceLongTerm: true,
    bankAccount: { holder: '甲乙商务服务有限公司', bank: '某银行', number: sampleBankAccount(n) },
    contactPhone: sampleMobile(n),
    firmLicenceNumber: kind === 'law_firm' ? '23101202010000000' : null,
    lawyers: kind === 'law_firm' ? [{ name: '王五', certificateNumber: sampleLawyerCertificate(n) }] : [],
    ...change,
  };
}

function subject(n: number, kind: ApplicantKind, change: Partial<ApplicationFacts> = {}): CheckSubject {
  const documents = REQUIREMENTS[kind].documents.map((document) => ({ kind: document, fileId: document }));
  return {
    kind,
    facts: canonicalFacts(facts(n, kind, change), TODAY),
    documents,
    files: new Map(documents.map(({ fileId }) => [fileId, 'application/pdf'])),
    today: TODAY,
    creditCodeTaken: false,
    serialsTaken: new Set(),
    figures,
  };
}

/** The blocking failures as `field reason`. */
function faults(given: CheckSubject): string[] {
  return blockingFailures(runChecks(given)).map((failure) => `${failure.field} ${failure.reason}`);
}

/** What the reviewer reads of one check. */
function advice(given: CheckSubject, code: string) {
  return runChecks(given).flatMap((one) => (one.code === code ? [[one.passed, one.reason]] : []));
}

const someone = fc.nat(1_000_000);
const anyKind = fc.constantFrom(...APPLICANT_KINDS);

describe('the automatic checks', () => {
  it('let every complete and valid application pass', () => {
    fc.assert(fc.property(someone, anyKind, (n, kind) => expect(faults(subject(n, kind))).toEqual([])));
  });

  it('name every fact that is missing, and only those', () => {
    const nothing = { businessName: ' ', creditCode: null, legalRepresentative: null, contactPhone: null } as const;
    fc.assert(
      fc.property(someone, anyKind, fc.subarray(Object.keys(nothing) as (keyof typeof nothing)[]), (n, kind, left) => {
        const change = Object.fromEntries(left.map((name) => [name, nothing[name]]));
        const missing = faults(subject(n, kind, change)).sort();
        expect(missing).toEqual(left.map((name) => `facts.${name} MISSING`).sort());
      }),
    );
  });

  it('tell a reviewer of any single wrong character of the credit code, and refuse only what is no code', () => {
    fc.assert(
      fc.property(
        someone,
        fc.integer({ min: 8, max: 17 }),
        fc.constantFrom(...'0123456789ABCDEFGHJK'),
        (n, at, char) => {
          const code = sampleCreditCode(n);
          const wrong = code.slice(0, at) + char + code.slice(at + 1);
          fc.pre(wrong !== code);
          const given = subject(n, 'agency', { creditCode: wrong });
          expect(faults(given)).toEqual([]);
          expect(advice(given, 'CREDIT_CODE_HOLDS')).toEqual([[false, 'CHECK_CHARACTER']]);
        },
      ),
    );
    expect(faults(subject(7, 'agency', { creditCode: '9135010OM000100Y43' }))).toEqual(['facts.creditCode ALPHABET']);
    expect(faults(subject(7, 'agency', { creditCode: '350100611234567' }))).toEqual(['facts.creditCode LENGTH']);
  });

  it('M5, M6, M8, M9 real codes: one that does not hold is shown to the reviewer', () => {
    const codes = ['91350203M0001QKT19', '92141127MA0KD1Y64A', '91350100M000100Y43', '92440101MA5ACL5772'];
    const given = codes.map((creditCode) => subject(7, 'creditor', { creditCode }));
    expect(given.flatMap(faults)).toEqual([]);
    expect(given.flatMap((one) => advice(one, 'CREDIT_CODE_HOLDS')).map(([passed]) => passed)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('say when the code is of the other kind, or taken', () => {
    expect(faults(subject(7, 'agency', { creditCode: sampleCreditCode(7, 'law_firm') }))).toEqual([
      'facts.creditCode WRONG_KIND',
    ]);
    expect(faults({ ...subject(7, 'creditor'), creditCodeTaken: true })).toEqual(['facts.creditCode TAKEN']);
  });

  it('accept a legal representative from the eighteenth birthday on', () => {
    const given = subject(7, 'agency', { legalRepresentative: { name: '张三', residentId: '34052419800101001X' } });
    const field = 'facts.legalRepresentative.residentId';
    expect(faults({ ...given, today: '1998-01-01' }).filter((fault) => fault.startsWith(field))).toEqual([]);
    expect(faults({ ...given, today: '1997-12-31' })).toContain(`${field} MINOR`);
  });

  it('accept a permit, a card, and with their kinds a passport and a travel permit', () => {
    const chief = (residentId: string, idKind: PersonIdKind | null = null) =>
      subject(7, 'agency', { legalRepresentative: { name: '陈大文', residentId, idKind } });
    const field = 'facts.legalRepresentative.residentId';
    for (const number of ['810000198506121238', '820000198506121248', '830000198506121258', '911840198506121261']) {
      expect(faults(chief(number))).toEqual([]);
      expect(advice(chief(number), 'LEGAL_REPRESENTATIVE_ADULT')).toEqual([[true, null]]);
    }
    expect(faults(chief('H12345678'))).toEqual([`${field} KIND_WANTED`]);
    expect(faults(chief('H1234 5678', 'hmt_travel_permit'))).toEqual([]);
    expect(faults(chief('E12345678', 'passport'))).toEqual([]);
    // It does not say when its holder was born.
    expect(advice(chief('E12345678', 'passport'), 'LEGAL_REPRESENTATIVE_ADULT')).toEqual([[null, 'NOT_IN_NUMBER']]);
    expect(faults(chief('12', 'passport'))).toEqual([`${field} INVALID`]);
    expect(faults(chief('340524800101001'))).toEqual([`${field} RESIDENT_ID_WANTED`]);
    expect(faults(chief('340524198001010011'))).toEqual([`${field} CHECK_CHARACTER`]);
    const owners = [{ name: 'JOHN EXAMPLE', idNumber: '561234567', idKind: 'passport' as const }];
    expect(faults(subject(7, 'agency', { owners }))).toEqual([]);
    const nameless = owners.map((owner) => ({ ...owner, idKind: null }));
    expect(faults(subject(7, 'agency', { owners: nameless }))).toEqual(['facts.owners[0].idNumber KIND_WANTED']);
  });

  it('accept a licence on its last day', () => {
    expect(faults(subject(7, 'agency', { licenceLongTerm: false, licenceValidUntil: TODAY }))).toEqual([]);
    const over = { licenceLongTerm: false, licenceValidUntil: '2026-11-20' };
    expect(faults(subject(7, 'agency', over))).toEqual(['facts.licenceValidUntil EXPIRED']);
    expect(faults(subject(7, 'agency', { licenceLongTerm: false }))).toEqual(['facts.licenceValidUntil MISSING']);
  });

  it('stop an agency whose scope forbids collecting, and nobody else', () => {
    const change = { businessScope: '商务咨询（不得从事讨债）' };
    expect(faults(subject(7, 'agency', change))).toEqual(['facts.businessScope FORBIDS_COLLECTION']);
    expect(faults(subject(7, 'creditor', change))).toEqual([]);
  });

  it('look at each lawyer', () => {
    const [good, publicLawyer] = [sampleLawyerCertificate(3), sampleLawyerCertificate(4)];
    const certificates = [good, good, `${publicLawyer.slice(0, 9)}3${publicLawyer.slice(10)}`, '123'];
    const lawyers = certificates.map((certificateNumber) => ({ name: '王五', certificateNumber }));
    expect(faults(subject(7, 'law_firm', { lawyers }))).toEqual([
      'facts.lawyers[1].certificateNumber LISTED_TWICE',
      'facts.lawyers[2].certificateNumber CATEGORY_MAY_NOT_TAKE_CASES',
      'facts.lawyers[3].certificateNumber LENGTH',
    ]);
    const claimed = { ...subject(7, 'law_firm'), serialsTaken: new Set([sampleLawyerCertificate(7).slice(11)]) };
    expect(faults(claimed)).toEqual([]);
    expect(runChecks(claimed)).toContainEqual(
      expect.objectContaining({ code: 'LAWYER_SERIAL_FREE', passed: false, severity: 'advisory' }),
    );
  });

  it('want every document, the applicant’s own and readable', () => {
    const given = subject(7, 'creditor');
    expect(faults({ ...given, documents: [] })).toEqual(
      REQUIREMENTS.creditor.documents.map((kind) => `documents.${kind} MISSING`),
    );
    expect(faults({ ...given, files: new Map([...given.files, ['business_licence', 'text/csv']]) })).toEqual([
      'documents[0].fileId MEDIA_TYPE',
    ]);
    expect(faults({ ...given, files: new Map() })).toHaveLength(given.documents.length);
  });

  it('never put a value from the facts into a result', () => {
    fc.assert(
      fc.property(someone, anyKind, fc.stringMatching(/^[0-9]{6,18}$/), (n, kind, wrong) => {
        const change = { contactPhone: wrong, legalRepresentative: { name: '张三', residentId: wrong } };
        const told = JSON.stringify(runChecks(subject(n, kind, change)));
        expect(told).not.toContain(wrong);
      }),
    );
  });
});

describe('the facts', () => {
  it('have one spelling', () => {
    const written = facts(7, 'agency');
    const typed = {
      ...written,
      creditCode: ` ${written.creditCode!.toLowerCase()} `,
      contactPhone: written.contactPhone!.slice(3),
      legalRepresentative: { name: ' 张三 ', residentId: written.legalRepresentative!.residentId.toLowerCase() },
    };
    expect(canonicalFacts(typed, TODAY)).toEqual(canonicalFacts(written, TODAY));
    expect(canonicalFacts(canonicalFacts(typed, TODAY), TODAY)).toEqual(canonicalFacts(typed, TODAY));
  });

  it('name everyone who makes organisations related', () => {
    const { creditCode, legalRepresentative, owners } = facts(7, 'agency');
    expect(partiesOf(facts(7, 'agency')).map((party) => party.number)).toEqual([
      creditCode,
      legalRepresentative!.residentId,
      ...owners.map((owner) => owner.idNumber),
    ]);
  });

  it('show no number in full when masked', () => {
    fc.assert(
      fc.property(someone, anyKind, (n, kind) => {
        const open = facts(n, kind);
        const masked = JSON.stringify(maskedFacts(open));
        const secrets = [
          open.legalRepresentative!.residentId,
          ...open.owners.map((owner) => owner.idNumber),
          open.bankAccount!.number,
          open.contactPhone!,
          ...open.lawyers.map((lawyer) => lawyer.certificateNumber),
        ];
        // An owner that happens to be the applicant itself would show by its public code; samples keep them apart.
        for (const secret of secrets) expect(masked).not.toContain(secret);
      }),
    );
  });
});
