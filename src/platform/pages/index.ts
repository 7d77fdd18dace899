export { ErrorsModule } from './errors.controller.js';
export { exampleProblem } from './example-problem.js';
