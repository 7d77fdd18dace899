export { Removes } from './removes.js';
export { CHUNK, Retention } from './retention.js';
export { RetentionModule } from './retention.module.js';
export { type RetentionFigures, retentionFigures } from './retention-figures.js';
