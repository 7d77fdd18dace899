export { type Audience, SharedAnswers } from './shared-answers.js';
export { SharingModule } from './sharing.module.js';
