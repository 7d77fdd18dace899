import { creditCheckCharacter, organisationCheckCharacter } from '../../kernel/index.js';
import { type ApplicationFacts } from '../approvals/index.js';
import { REASON_CODES, type ReasonCode } from './reason-codes.js';

export type MagicVerdict = 'approved' | 'rejected' | 'more_information';
/** The answer of a sandbox's register; `fails`: it does not answer at first. */
export type MagicRegister = 'agrees' | 'differs' | 'unknown' | 'fails';

/** One outcome of a verification in a sandbox, and the values that produce it. */
export interface MagicIdentity {
  readonly code: string;
  /** Name of the legal representative. */
  readonly legalRepresentative: string;
  /** Credit codes: valid, but never issued. */
  readonly enterpriseCreditCode: string;
  readonly lawFirmCreditCode: string;
  /** Practising certificate of a lawyer; null unless the outcome is about lawyers. */
  readonly lawyerCertificate: string | null;
  readonly verdict: MagicVerdict;
  readonly reasonCodes: readonly ReasonCode[];
  readonly register: MagicRegister;
  /** Seconds of the sandbox's clock that pass before the verdict. */
  readonly afterSeconds: number;
  readonly description: string;
}

/** Seconds a slow verdict takes, by the sandbox's clock. */
export const SLOW_SECONDS = 3_600;
/** Seconds the register fails after a submission. */
export const REGISTER_FAILS_SECONDS = 3;

type Outcome = Pick<MagicIdentity, 'code' | 'description'> & Partial<MagicIdentity>;

const OUTCOMES: readonly Outcome[] = [
  { code: 'APPROVED', description: 'Approved, as every identity that is not in this list.' },
  {
    ...{ code: 'MORE_INFORMATION', verdict: 'more_information', reasonCodes: ['DOCUMENT_UNREADABLE'] },
    description: 'More is needed: rejected with DOCUMENT_UNREADABLE the first time, approved when submitted again.',
  },
  { code: 'SLOW', afterSeconds: SLOW_SECONDS, description: 'Approved an hour later: wait, or advance the clock.' },
  { code: 'REGISTRY_UNKNOWN', register: 'unknown', description: 'The register has no such organisation; approved.' },
  {
    ...{ code: 'REGISTRY_ERROR', register: 'fails' },
    description: 'The register fails for some seconds and is queried again; approved once it answers.',
  },
];

/** Reasons of a rejection. */
export const REJECTING = (Object.keys(REASON_CODES) as ReasonCode[]).filter(
  (code) => code !== 'REQUIREMENTS_MET' && code !== 'RESOLVED',
);

const REJECTIONS: readonly Outcome[] = REJECTING.map((code) => ({
  ...{ code, verdict: 'rejected', reasonCodes: [code] },
  ...(code === 'REGISTRY_DIFFERS' ? { register: 'differs' } : {}),
  ...(code === 'LAWYER_NOT_PRACTISING' ? { lawyerCertificate: '13101202010990001' } : {}),
  description: `Rejected: ${REASON_CODES[code]}`,
}));

/** Every outcome. */
export const MAGIC_IDENTITIES: readonly MagicIdentity[] = [...OUTCOMES, ...REJECTIONS].map((outcome, index) => ({
  legalRepresentative: `沙盒 ${outcome.code}`,
  enterpriseCreditCode: magicCode('91', index),
  lawFirmCreditCode: magicCode('31', index),
  lawyerCertificate: null,
  verdict: 'approved',
  reasonCodes: [],
  register: 'agrees',
  afterSeconds: 0,
  ...outcome,
}));

/** The outcome of these facts: by the legal representative's name, else the credit code, else a lawyer's certificate. */
export function magicOf(
  facts: Pick<ApplicationFacts, 'creditCode' | 'legalRepresentative' | 'lawyers'>,
): MagicIdentity {
  const { creditCode, legalRepresentative, lawyers } = facts;
  const certificates = lawyers.map((lawyer) => lawyer.certificateNumber);
  return (
    MAGIC_IDENTITIES.find((one) => one.legalRepresentative === legalRepresentative?.name) ??
    MAGIC_IDENTITIES.find((one) => one.enterpriseCreditCode === creditCode || one.lawFirmCreditCode === creditCode) ??
    MAGIC_IDENTITIES.find((one) => one.lawyerCertificate !== null && certificates.includes(one.lawyerCertificate)) ??
    MAGIC_IDENTITIES[0]!
  );
}

/** A valid credit code whose organisation code begins with YY9, which no real series uses. */
function magicCode(department: '91' | '31', index: number): string {
  const eight = `YY9000${index.toString().padStart(2, '0')}`;
  const body = `${department}310000${eight}${organisationCheckCharacter(eight)}`;
  return body + creditCheckCharacter(body);
}
