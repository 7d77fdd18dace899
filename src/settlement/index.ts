export type { FrozenTerms } from './commission.policy.js';
export type { Commission, Payee } from './commission.repository.js';
export { Commissions, type SettledRepayment } from './commissions.service.js';
export { Payouts } from './payouts.service.js';
export { RepaymentPayeeEnum } from './settlement.graphql.js';
export { settlementLaws } from './settlement.laws.js';
export { SettlementModule } from './settlement.module.js';
export { settlementFigures } from './settlement-figures.js';
export { Statements } from './statements.service.js';
