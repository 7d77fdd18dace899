/** The job that confirms a report when its time has come. */
export const AUTO_CONFIRM = 'repayment.auto-confirm';
