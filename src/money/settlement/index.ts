export { ACCOUNT, statementAccount } from './booking.policy.js';
export { Commissions } from './commissions.service.js';
export { RepaymentPayeeEnum } from './payee.graphql.js';
export { PlatformParty } from './platform-party.js';
export { settlementLaws } from './settlement.laws.js';
export { SettlementModule } from './settlement.module.js';
export { settlementFigures } from './settlement-figures.js';
