export { Batcher } from './batcher.js';
export { Gate } from './gate.js';
export { SteadyLoop } from './steady-loop.js';
