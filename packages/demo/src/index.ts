export { type ExpectedRow, type KingdeeExport, kingdeeExport } from './kingdee-export.js';
