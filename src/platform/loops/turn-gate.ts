import { Busy } from '../../kernel/index.js';

export interface TurnGateBounds {
  /** How many are inside at once. */
  readonly width: number;
  /** How many of one share may wait, and how many of all shares of a lane together; the next one is refused as BUSY. */
  readonly waitingPerShare: number;
  readonly waitingPerLane: number;
  /** Seconds after which another attempt makes sense. */
  readonly retryAfter: number;
}

/**
 * Lets a few at a time through. Places go to the lanes in turn, and within a lane to its shares in turn, so that whoever
 * comes with many at once waits behind its own and not in front of the others.
 */
export class TurnGate {
  private inside = 0;
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly bounds: TurnGateBounds) {}

  async through<T>(lane: string, share: string, work: () => Promise<T>): Promise<T> {
    if (this.inside < this.bounds.width) this.inside += 1;
    else await this.turn(lane, share);
    try {
      return await work();
    } finally {
      // The place is passed on rather than freed, so that no later caller takes it.
      const enter = this.next();
      if (enter) enter();
      else this.inside -= 1;
    }
  }

  private turn(name: string, share: string): Promise<void> {
    const lane = this.lanes.get(name) ?? new Lane();
    this.lanes.set(name, lane);
    const { waitingPerShare, waitingPerLane, retryAfter } = this.bounds;
    if (lane.waiting >= waitingPerLane || lane.waitingOf(share) >= waitingPerShare) throw new Busy({ retryAfter });
    return new Promise((enter) => lane.add(share, enter));
  }

  private next(): (() => void) | undefined {
    for (const [name, lane] of this.lanes) {
      const enter = lane.take();
      if (!enter) continue;
      // Behind the other lanes now.
      this.lanes.delete(name);
      this.lanes.set(name, lane);
      return enter;
    }
    return undefined;
  }
}

/** Who waits, by share; the shares in the order of their turns. */
class Lane {
  waiting = 0;
  private readonly shares = new Map<string, (() => void)[]>();

  waitingOf(share: string): number {
    return this.shares.get(share)?.length ?? 0;
  }

  add(share: string, enter: () => void): void {
    const queue = this.shares.get(share) ?? [];
    queue.push(enter);
    this.shares.set(share, queue);
    this.waiting += 1;
  }

  take(): (() => void) | undefined {
    for (const [share, queue] of this.shares) {
      const enter = queue.shift()!;
      this.shares.delete(share);
      if (queue.length > 0) this.shares.set(share, queue);
      this.waiting -= 1;
      return enter;
    }
    return undefined;
  }
}
