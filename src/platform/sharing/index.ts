export { Flights } from './flights.js';
export { SharedAnswers } from './shared-answers.js';
export { SharingModule } from './sharing.module.js';
