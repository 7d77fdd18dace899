export { SandboxesModule } from './sandboxes.module.js';
