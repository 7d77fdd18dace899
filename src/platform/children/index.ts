export { type ChildLimits, ChildPool, type ChildReading } from './child-pool.js';
export { serveParent } from './serve-parent.js';
