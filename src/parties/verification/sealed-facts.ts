import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { BlindIndex, FieldCipher } from '../../platform/crypto/index.js';
import { type ApplicationFacts, lawyerSerials, PARTY_ID_INDEX, type PartyRole, partiesOf } from '../approvals/index.js';
import type { ApplicationRow, StatedColumns } from './application.repository.js';

const TABLE = 'verification_applications';
const LAWYER_INDEX = 'verification_lawyers.serial_index';

/** Facts as they are stored: sealed as one text, found only through blind indexes. */
@Injectable()
export class SealedFacts {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly blind: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /** The columns of an application with these facts. The business name is public in the register, so it stays readable. */
  columnsOf(id: string, facts: ApplicationFacts): StatedColumns {
    return {
      businessName: facts.businessName,
      factsSealed: this.cipher.seal(TABLE, 'facts_sealed', id, JSON.stringify(facts)),
      creditCodeIndex: facts.creditCode ? this.indexOf(facts.creditCode) : null,
      licenceValidUntil: facts.licenceValidUntil,
    };
  }

  open(row: Pick<ApplicationRow, 'id' | 'factsSealed'>): ApplicationFacts {
    return JSON.parse(this.cipher.open(TABLE, 'facts_sealed', row.id, row.factsSealed)) as ApplicationFacts;
  }

  indexOf(partyNumber: string): Buffer {
    return this.blind.of(PARTY_ID_INDEX, partyNumber);
  }

  parties(facts: ApplicationFacts): { role: PartyRole; index: Buffer }[] {
    return partiesOf(facts).map(({ role, number }) => ({ role, index: this.indexOf(number) }));
  }

  /** The lawyers' lifelong serials with their indexes. */
  serials(facts: ApplicationFacts): { serial: string; index: Buffer }[] {
    const serials = lawyerSerials(facts, this.clock.today());
    return serials.map((serial) => ({ serial, index: this.blind.of(LAWYER_INDEX, serial) }));
  }

  sealNote(eventId: string, note: string | null): Buffer | null {
    return note ? this.cipher.seal('verification_events', 'note_sealed', eventId, note) : null;
  }

  openNote(eventId: string, sealed: Buffer | null): string | null {
    return sealed && this.cipher.open('verification_events', 'note_sealed', eventId, sealed);
  }
}
