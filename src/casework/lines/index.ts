export { LinesModule } from './lines.module.js';
