import { Injectable } from '@nestjs/common';
import { maskEnterpriseName, maskPersonName, normaliseCreditCode } from '../../kernel/index.js';
import { PARTY_ID_INDEX } from '../../parties/approvals/index.js';
import { BlindIndex, FieldCipher } from '../../platform/crypto/index.js';
import type { CaseDraft, DebtorKind } from '../admission/index.js';

const TABLE = 'cases';
const COLUMN = 'debtor_sealed';

/** The debtor's personal data, sealed as one JSON per case. */
export interface DebtorData {
  name: string;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
  /** The creditor's free text, sealed too because people write names and numbers into it. */
  note: string | null;
}

/** What a case row holds instead of the debtor's data. */
export interface SealedDebtor {
  sealed: Buffer;
  maskedName: string;
  idIndex: Buffer | null;
  phoneIndex: Buffer | null;
}

/** Keeps debtors' personal data: one sealed JSON per case, keyed indexes for what must be found again, a mask for the eye. */
@Injectable()
export class DebtorVault {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  seal(caseId: string, debtor: DebtorData, kind: DebtorKind): SealedDebtor {
    return {
      sealed: this.cipher.seal(TABLE, COLUMN, caseId, JSON.stringify(debtor)),
      maskedName: kind === 'person' ? maskPersonName(debtor.name) : maskEnterpriseName(debtor.name),
      idIndex: debtor.idNumber === null ? null : this.index.of(PARTY_ID_INDEX, debtor.idNumber),
      phoneIndex: debtor.phone === null ? null : this.index.of('debtor.phone', phoneKey(debtor.phone)),
    };
  }

  open(caseId: string, sealed: Buffer): DebtorData {
    return JSON.parse(this.cipher.open(TABLE, COLUMN, caseId, sealed)) as DebtorData;
  }
}

/** The personal part of a draft, in the spelling that is stored and compared. */
export function debtorOf(draft: CaseDraft): DebtorData {
  return {
    name: draft.debtorName.trim(),
    idNumber: draft.debtorIdNumber === null ? null : normaliseCreditCode(draft.debtorIdNumber) || null,
    phone: draft.debtorPhone?.normalize('NFKC').trim() || null,
    address: draft.debtorAddress?.trim() || null,
    note: draft.note?.trim() || null,
  };
}

/** One key for the spellings of one number: digits only, China's country code added where none was written. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  return digits.length === 11 && digits.startsWith('1') ? `86${digits}` : digits;
}
