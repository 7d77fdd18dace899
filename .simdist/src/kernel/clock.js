/** The time of this process. Decisions about order and expiry use the database's time instead (`now()`). */
export class Clock {
    millis() {
        return this.now().getTime();
    }
    /** Today in China (UTC+8, no daylight saving), as `YYYY-MM-DD`: due dates and limitation are calendar days there. */
    today() {
        return new Date(this.millis() + 8 * 3_600_000).toISOString().slice(0, 10);
    }
}
export class SystemClock extends Clock {
    now() {
        return new Date();
    }
}
