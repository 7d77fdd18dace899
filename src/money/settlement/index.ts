export { ACCOUNT, statementAccount } from './booking.policy.js';
export { CommissionRepository } from './commission.repository.js';
export { Commissions } from './commissions.service.js';
export { PlatformParty } from './platform-party.js';
export { settlementLaws } from './settlement.laws.js';
export { SettlementModule } from './settlement.module.js';
export {
  CreditorPaymentRecorded,
  MakerIsChecker,
  NothingToPayOut,
  PayoutNeedsApproval,
  StatementTooLong,
} from './settlement.refusals.js';
export { settlementFigures } from './settlement-figures.js';
export { TaxProfileRepository } from './tax-profile.repository.js';
