import { neighbourhood } from '../faces/neighbourhood.js';

/** Sockets of admitted callers that one process holds. */
export const MAX_SOCKETS = 10_000;
/** Sockets that have not been admitted yet. They have places of their own, so that they never take those of the admitted. */
export const MAX_STRANGERS = 500;
export const TOO_MANY = '429 Too Many Requests';
export const UNAVAILABLE = '503 Service Unavailable';
/** Sockets one actor may have open in one process. */
export const MAX_SOCKETS_PER_ACTOR = 20;

/** The place of one socket. */
export interface Place {
  /** Moves the socket from the strangers to the admitted; false when there, or for its actor, is no place. */
  admit(actor: string): boolean;
  /** Gives the place up; once is enough, more does no harm. */
  leave(): void;
}

/** Who holds how many sockets: each network address, each actor, the strangers and the admitted together. */
export class SocketPlaces {
  private readonly addresses = new Counts();
  private readonly actors = new Counts();
  private strangers = 0;
  private admitted = 0;

  constructor(private readonly perAddress: number) {}

  /** A place among the strangers, or the status line that says why there is none. */
  enter(ip: string): Place | typeof TOO_MANY | typeof UNAVAILABLE {
    if (this.strangers >= MAX_STRANGERS) return UNAVAILABLE;
    const address = neighbourhood(ip);
    if (!this.addresses.enter(address, this.perAddress)) return TOO_MANY;
    this.strangers += 1;
    return this.placeOf(address);
  }

  private placeOf(address: string): Place {
    let actor: string | undefined;
    let left = false;
    return {
      admit: (name) => {
        if (left || actor !== undefined || this.admitted >= MAX_SOCKETS) return false;
        if (!this.actors.enter(name, MAX_SOCKETS_PER_ACTOR)) return false;
        actor = name;
        this.strangers -= 1;
        this.admitted += 1;
        return true;
      },
      leave: () => {
        if (left) return;
        left = true;
        this.addresses.leave(address);
        if (actor === undefined) this.strangers -= 1;
        else this.admitted -= 1;
        if (actor !== undefined) this.actors.leave(actor);
      },
    };
  }
}

/** How many of each name there are. */
class Counts {
  private readonly counts = new Map<string, number>();

  /** Counts one more; false when that would be more than `most`. */
  enter(name: string, most: number): boolean {
    const count = this.counts.get(name) ?? 0;
    if (count >= most) return false;
    this.counts.set(name, count + 1);
    return true;
  }

  leave(name: string): void {
    const count = (this.counts.get(name) ?? 0) - 1;
    if (count > 0) this.counts.set(name, count);
    else this.counts.delete(name);
  }
}
