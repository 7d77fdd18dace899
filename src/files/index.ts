export type { StoredFile } from '../platform/storage/index.js';
export { FilesModule } from './files.module.js';
export { Files } from './files.service.js';
