import { Injectable } from '@nestjs/common';
import { Outbound } from '../../platform/outbound/index.js';
import type { ErpAccess, ErpClient } from './erp-client.js';
import type { PulledKind } from './erp-kinds.js';
import { ErpnextClient } from './erpnext.client.js';
import { KingdeeClient } from './kingdee.client.js';
import { OdooClient } from './odoo.client.js';

const CLIENTS = { odoo: OdooClient, erpnext: ErpnextClient, kingdee: KingdeeClient } as const;

/** Creates clients of ERPs. One client serves one run: it may hold a session. */
@Injectable()
export class ErpClients {
  constructor(private readonly outbound: Outbound) {}

  open(kind: PulledKind, access: ErpAccess): ErpClient {
    return new CLIENTS[kind](this.outbound, access);
  }
}
