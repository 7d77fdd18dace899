export { ErrorsModule } from './errors.controller.js';
