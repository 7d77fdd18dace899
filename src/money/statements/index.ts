export { RepaymentPayeeEnum } from './settlement.graphql.js';
export { StatementController } from './statement.controller.js';
export { StatementResolver } from './statement.resolver.js';
export { Statements } from './statements.service.js';
