export { DebtorVault, debtorOf, type SealedDebtor } from './debtor-vault.js';
export { type Disclosure, DisclosureRepository } from './disclosure.repository.js';
export { Disclosures } from './disclosure.service.js';
