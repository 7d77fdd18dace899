import { followTheErp } from '../support/erp-story.js';

followTheErp('odoo');
