export { type OrganisationRecord, Organisations, type World } from './organisations.js';
export { type Sandbox, Sandboxes } from './sandboxes.js';
export { inSandbox, inWorldOf, joinOrganisation, ORGANISATION_OF_ACTOR, ofWorld, sandboxOf } from './world-sql.js';
export { WorldsModule } from './worlds.module.js';
