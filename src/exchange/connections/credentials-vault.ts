import { Injectable } from '@nestjs/common';
import { InvalidInput, reasonDetails } from '../../kernel/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { OutboundFault, Reach } from '../../platform/outbound/index.js';
import { type ErpClient, ErpClients, type ErpKind, PULLED, type PulledKind } from '../erp/index.js';
import { ErpAddressNotAllowed, invalidConnection } from './erp-connection.refusals.js';
import type { ErpConnection } from './erp-connection.repository.js';

/** Seals the credentials of ERPs, and opens them only into a client. */
@Injectable()
export class CredentialsVault {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly clients: ErpClients,
    private readonly reach: Reach,
  ) {}

  /** The address to store, for kinds that have one; a query and a fragment are dropped. */
  addressFor(kind: ErpKind, baseUrl: string | null): string | null {
    if (isPulled(kind) && baseUrl === null) throw invalidConnection('ADDRESS_NEEDED', { path: 'baseUrl', kind });
    if (!isPulled(kind) && baseUrl !== null) throw invalidConnection('ADDRESS_NOT_ASKED', { path: 'baseUrl' });
    if (baseUrl === null) return null;
    try {
      const url = this.reach.check(baseUrl.trim().split(/[?#]/, 1)[0]!);
      const ending = [...url.pathname].findLastIndex((char) => char !== '/');
      return `${url.origin}${url.pathname.slice(0, ending + 1)}`;
    } catch (error) {
      if (error instanceof OutboundFault) throw new ErpAddressNotAllowed({ path: 'baseUrl' });
      throw error;
    }
  }

  /** Seals exactly the credentials a kind needs; refuses others, naming the field. */
  seal(id: string, kind: PulledKind, credentials: object): Buffer {
    const given = Object.fromEntries(Object.entries(credentials).filter(([, value]) => value != null));
    const read = PULLED[kind].credentials.safeParse(given);
    if (!read.success) {
      const issue = read.error.issues[0]!;
      const path = (field: unknown) => `credentials.${String(field)}`;
      if (issue.code === 'unrecognized_keys')
        throw invalidConnection('CREDENTIAL_NOT_ASKED', { path: path(issue.keys[0]), kind });
      throw new InvalidInput({ path: path(issue.path[0]), details: reasonDetails(issue.message) });
    }
    return this.cipher.seal('erp_connections', 'credentials_sealed', id, JSON.stringify(read.data));
  }

  /** A client for one run. */
  open(connection: ErpConnection): ErpClient {
    const { id, baseUrl, credentialsSealed } = connection;
    if (baseUrl === null || credentialsSealed === null || !isPulled(connection.kind)) {
      throw new Error(`connection ${id} is not one the platform reads`);
    }
    const opened = this.cipher.open('erp_connections', 'credentials_sealed', id, credentialsSealed);
    return this.clients.open(connection.kind, { baseUrl, credentials: JSON.parse(opened) as Record<string, string> });
  }
}

export function isPulled(kind: ErpKind): kind is PulledKind {
  return kind !== 'ubl';
}
