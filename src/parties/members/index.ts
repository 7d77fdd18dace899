export { AUDIENCE, TOKEN_TYPE } from './access-token.js';
export { LoginThrottle } from './login-throttle.js';
export { CustomerKindEnum, OrganisationView, organisationView } from './members.graphql.js';
export { MembersModule } from './members.module.js';
export { type NewOwner, RegistrationService } from './registration.service.js';
export { hashOfSecret } from './secrets.js';
export { type FoundedTest, TestOrganisations } from './test-organisations.js';
