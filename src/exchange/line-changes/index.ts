export { LineChangesModule } from './line-changes.module.js';
