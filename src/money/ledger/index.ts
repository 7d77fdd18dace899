export {
  AccountBalanceView,
  accountBalanceView,
  LedgerEntryConnection,
  ledgerEntryView,
  TrialBalanceView,
  trialBalanceView,
} from './ledger.graphql.js';
export { ledgerLaws } from './ledger.laws.js';
export { LedgerModule } from './ledger.module.js';
export { InsufficientBalance } from './ledger.refusals.js';
export type { Account, Entry } from './ledger.repository.js';
export { Ledger, type TrialBalance } from './ledger.service.js';
export { type Line, mirrorOf, type Posting } from './posting.policy.js';
