/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** Today where the platform is. */
export function todayInChina(): Day {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of another month; that month's last day when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  const overflowed = date.getUTCDate() !== Number(day.slice(8));
  if (overflowed) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
