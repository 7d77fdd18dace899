export { AskedTogether } from './asked-together.js';
export { Batcher } from './batcher.js';
export { FairGate, Gate } from './gate.js';
export { inHalves } from './halving.js';
export { JobRunner, Overtaken } from './job-runner.js';
export { SteadyLoop } from './steady-loop.js';
export { TurnGate } from './turn-gate.js';
