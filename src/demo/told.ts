import type { Desk } from './desk.js';
import type { RowCounts } from './intake-story.js';
import type { DemoOptions } from './options.js';
import type { People } from './people.js';
import type { Progress } from './progress.js';
import type { Reviewed } from './review-story.js';
import type { Sensitive } from './sensitive.js';
import type { DemoServer } from './server.js';
import type { Statement, TrialBalance } from './settle.js';
import type { Tally } from './tally.js';

/** What the report is made of. */
export interface Told {
  readonly people: People;
  readonly rows: RowCounts;
  readonly reviewed: Reviewed;
  readonly desks: readonly Desk[];
  readonly payouts: number;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly ledger: TrialBalance;
  /** Listings left in the hall. */
  readonly listed: number;
}

export interface Stagecraft {
  readonly server: DemoServer;
  readonly options: DemoOptions;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly sensitive: Sensitive;
}
