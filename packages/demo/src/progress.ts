import type { Writable } from 'node:stream';
import { Presets, SingleBar } from 'cli-progress';

export interface Screen extends Writable {
  readonly isTTY?: boolean;
}

/** What a stage of the story reports while it runs. */
export interface Stage {
  /** So many more of the whole are done. */
  step(by?: number): void;
  /** The whole turned out to be another number. */
  resize(total: number): void;
}

/** Tells on the screen where the story stands: a bar per stage on a terminal, else a plain line when a stage is over. */
export class Progress {
  private readonly terminal: boolean;

  constructor(private readonly screen: Screen) {
    this.terminal = screen.isTTY === true;
  }

  say(line = ''): void {
    this.screen.write(`${line}\n`);
  }

  /** Runs one stage and says how it ended: `work` answers the words for that. */
  async stage(title: string, total: number, work: (stage: Stage) => Promise<string>): Promise<void> {
    const began = performance.now();
    const bar = this.terminal ? this.bar(title, total) : undefined;
    try {
      const words = await work({ step: (by = 1) => bar?.increment(by), resize: (size) => bar?.setTotal(size) });
      bar?.stop();
      this.say(`${title.padEnd(TITLE)} ${seconds(began).padStart(6)}  ${words}`);
    } catch (error) {
      bar?.stop();
      this.say(`${title.padEnd(TITLE)} ${seconds(began).padStart(6)}  failed`);
      throw error;
    }
  }

  private bar(title: string, total: number): SingleBar {
    const format = `${title.padEnd(TITLE)} {duration_formatted} {bar} {value}/{total}`;
    const options = { format, stream: this.screen, clearOnComplete: true, hideCursor: true, barsize: 40 };
    const bar = new SingleBar(options, Presets.shades_classic);
    bar.start(Math.max(total, 1), 0);
    return bar;
  }
}

const TITLE = 22;

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
