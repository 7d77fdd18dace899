import { Injectable } from '@nestjs/common';
import { maskEnterpriseName, maskPersonName, nameForm, normalisePartyNumber } from '../../kernel/index.js';
import { PARTY_ID_INDEX } from '../../parties/approvals/index.js';
import { BlindIndex, FieldCipher } from '../../platform/crypto/index.js';
import type { CaseDraft, DebtorKind } from '../admission/index.js';

const TABLE = 'cases';
const COLUMN = 'debtor_sealed';

/** The debtor's personal data, encrypted as one JSON per case. */
export interface DebtorData {
  name: string;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
  /** The creditor's free text; encrypted too, because people write names and numbers into it. */
  note: string | null;
}

/** A debtor's data as it is shown to whom it is disclosed. */
export interface ShownDebtor extends DebtorData {
  idKind: CaseDraft['debtorIdKind'];
}

/** What the row of a case holds instead of the debtor's data. */
export interface SealedDebtor {
  sealed: Buffer;
  maskedName: string;
  idIndex: Buffer | null;
  phoneIndex: Buffer | null;
}

/** What is stored of a debtor beside the encrypted data. */
export interface DebtorMarks {
  readonly debtorIdIndex: Buffer | null;
  readonly debtorMaskedName: string;
}

/** Encrypts debtors' personal data, makes the keyed indexes by which cases are found, and masks the name for display. */
@Injectable()
export class DebtorVault {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  seal(caseId: string, debtor: DebtorData, kind: DebtorKind): SealedDebtor {
    return {
      sealed: this.cipher.seal(TABLE, COLUMN, caseId, JSON.stringify(debtor)),
      maskedName: maskedName(debtor.name, kind),
      idIndex: this.idIndexOf(debtor.idNumber),
      phoneIndex: debtor.phone === null ? null : this.index.of('debtor.phone', phoneKey(debtor.phone)),
    };
  }

  /** The keyed index of a debtor's number in the spelling that is stored. */
  idIndexOf(idNumber: string | null): Buffer | null {
    return idNumber === null ? null : this.index.of(PARTY_ID_INDEX, idNumber);
  }

  /**
   * Whether a draft is about the debtor of a case: by the number; by the name as it is shown where either has no number.
   */
  isDebtorOf(draft: CaseDraft, one: DebtorMarks): boolean {
    const { name, idNumber } = debtorOf(draft);
    const index = this.idIndexOf(idNumber);
    if (index && one.debtorIdIndex) return index.equals(one.debtorIdIndex);
    // An export of ours shows its creditor the masked name, and comes back with it.
    if (name === one.debtorMaskedName) return true;
    // Older cases show every enterprise's name as an enterprise's.
    const older = draft.debtorKind === 'enterprise' ? maskEnterpriseName(name) : null;
    return [maskedName(name, draft.debtorKind), older].includes(one.debtorMaskedName);
  }

  open(caseId: string, sealed: Buffer): DebtorData {
    return JSON.parse(this.cipher.open(TABLE, COLUMN, caseId, sealed)) as DebtorData;
  }
}

/** A sole trader's enterprise may bear the name of its owner, who is a person (PIPL art. 51). */
function maskedName(name: string, kind: DebtorKind): string {
  return kind === 'person' || nameForm(name) === 'person' ? maskPersonName(name) : maskEnterpriseName(name);
}

/** The personal data of a draft, in the spelling that is stored and compared. */
export function debtorOf(draft: CaseDraft): DebtorData {
  return {
    name: draft.debtorName.trim(),
    idNumber: draft.debtorIdNumber === null ? null : normalisePartyNumber(draft.debtorIdNumber) || null,
    phone: draft.debtorPhone?.normalize('NFKC').trim() || null,
    address: draft.debtorAddress?.trim() || null,
    note: draft.note?.trim() || null,
  };
}

/** One key for all spellings of a phone number: digits only, with China's country code where none was given. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  return digits.length === 11 && digits.startsWith('1') ? `86${digits}` : digits;
}
