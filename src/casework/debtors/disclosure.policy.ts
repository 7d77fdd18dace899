/** Numbers of reads of full debtor records by one organisation within an hour, above which an alarm is raised. */
export interface BulkReadAlarms {
  readonly notice: number;
  readonly warning: number;
  readonly critical: number;
}

export type AlarmLevel = keyof BulkReadAlarms;

/** The alarm raised by the n-th read of the hour: each level once, at the first read above its threshold. */
export function alarmAt(reads: number, alarms: BulkReadAlarms): AlarmLevel | undefined {
  const levels: AlarmLevel[] = ['critical', 'warning', 'notice'];
  return levels.find((level) => reads === alarms[level] + 1);
}
