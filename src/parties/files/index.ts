export { type FileGuard, Files } from './files.js';
export { FilesModule } from './files.module.js';
