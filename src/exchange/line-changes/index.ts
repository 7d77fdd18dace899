export { LineChangesUsedUp } from './line-change.refusals.js';
export { LineChangesModule } from './line-changes.module.js';
export { LineProposals, type RevisionSource } from './line-proposals.service.js';
