import { type Day, dayInChina } from './calendar.js';

/** The time of this process. Decisions about order and expiry use the database's time instead (`now()`). */
export abstract class Clock {
  abstract now(): Date;

  millis(): number {
    return this.now().getTime();
  }

  /** Today in China (UTC+8, no daylight saving), as `YYYY-MM-DD`: due dates and limitation are calendar days there. */
  today(): Day {
    return dayInChina(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
