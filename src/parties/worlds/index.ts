export { type OrganisationRecord, Organisations, type World } from './organisations.js';
export { type Sandbox, Sandboxes } from './sandboxes.js';
export { inWorldOf, joinOrganisation, ORGANISATION_OF_ACTOR, sandboxOf } from './world-sql.js';
export { WorldsModule } from './worlds.module.js';
