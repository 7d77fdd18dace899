/** What the demo's clients met, counted for the report. */
export class Tally {
  requests = 0;
  private readonly byCode = new Map<string, number>();

  /** One answer "no" that the story foresees. */
  refused(code: string): void {
    this.byCode.set(code, this.count(code) + 1);
  }

  count(code: string): number {
    return this.byCode.get(code) ?? 0;
  }

  /** Refusals by code, most frequent first. */
  get refusals(): Record<string, number> {
    return Object.fromEntries([...this.byCode].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
  }
}
