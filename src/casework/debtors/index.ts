export { CaseDisclosureView, DebtorView, debtorView, disclosureView } from './debtor.graphql.js';
export { DebtorNotDisclosed } from './debtor.refusals.js';
export { type DebtorData, DebtorVault, debtorOf, type SealedDebtor, type ShownDebtor } from './debtor-vault.js';
export { DebtorsModule } from './debtors.module.js';
export type { Disclosee, Disclosure } from './disclosure.repository.js';
export { disclosedTo, everDisclosed } from './disclosure-sql.js';
export { Disclosures } from './disclosures.service.js';
export { HistoryTexts } from './history-texts.js';
