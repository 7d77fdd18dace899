export { penaltyFor, suspensionAfter } from './penalty.policy.js';
export { standingLaws } from './standing.laws.js';
export { StandingModule } from './standing.module.js';
export type { Limits } from './standing.repository.js';
export { Standings } from './standings.service.js';
