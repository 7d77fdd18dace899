export { AUDIENCE, TOKEN_TYPE } from './access-token.js';
export { CustomerKindEnum, OrganisationView, organisationView } from './members.graphql.js';
export { MembersModule } from './members.module.js';
export { type NewOwner, Registrations } from './registrations.js';
export { type FoundedTest, TestOrganisations } from './test-organisations.js';
