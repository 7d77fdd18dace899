export { CaseReviews } from './case-reviews.service.js';
export { ReviewsModule } from './reviews.module.js';
