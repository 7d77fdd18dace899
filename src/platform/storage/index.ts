export { Storage } from './storage.js';
export { StorageModule } from './storage.module.js';
export { type NewFile, type StoredFile, StoredFiles } from './stored-files.js';
