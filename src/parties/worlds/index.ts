export type { OrganisationRecord, World } from './organisation.repository.js';
export { Organisations } from './organisations.js';
export type { Sandbox } from './sandbox.repository.js';
export { Sandboxes } from './sandboxes.js';
export { inWorldOf, joinOrganisation, ORGANISATION_OF_ACTOR, sandboxOf } from './world-sql.js';
export { WorldsModule } from './worlds.module.js';
