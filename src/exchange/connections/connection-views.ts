import { Injectable } from '@nestjs/common';
import { CaseRules } from '../../casework/admission/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { Database } from '../../platform/database/index.js';
import { adviceOn } from './defaults-advice.policy.js';
import {
  type ErpConnectionTestView,
  type ErpConnectionView,
  erpConnectionView,
  erpTestView,
} from './erp-connection.graphql.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { ErpConnections } from './erp-connections.service.js';

/** Connections as both faces show them, with advice by the present rules of admission. */
@Injectable()
export class ConnectionViews {
  constructor(
    private readonly database: Database,
    private readonly rules: CaseRules,
    private readonly connections: ErpConnections,
  ) {}

  async one(connection: ErpConnection): Promise<ErpConnectionView> {
    return (await this.mapper())(connection);
  }

  async mapper(): Promise<(connection: ErpConnection) => ErpConnectionView> {
    const { admission } = await this.rules.now(this.database);
    return (connection) => erpConnectionView(connection, adviceOn(connection.defaults, admission));
  }

  async test(actor: Actor, id: string): Promise<ErpConnectionTestView> {
    const result = await this.connections.test(actor, id);
    const { advice } = await this.one(await this.connections.get(actor, id));
    return erpTestView(result, advice);
  }
}
