export { Approvals, PARTY_ID_INDEX, type PartyFacts } from './approvals.js';
export {
  type RegistryAnswer,
  RegistryProvider,
  type RegistryQuestion,
  type RegistryVerdict,
} from './registry-provider.js';
export { VerificationModule } from './verification.module.js';
export { OrganisationNotVerified } from './verification.refusals.js';
