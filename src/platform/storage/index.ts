export { Files, type StoredFile } from './files.js';
export { StorageModule } from './storage.module.js';
