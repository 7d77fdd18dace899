export { type FileOwner, Files, type NewFile, type StoredFile } from './files.js';
export { FileMissing, Storage } from './storage.js';
export { StorageModule } from './storage.module.js';
