import { setTimeout as sleep } from 'node:timers/promises';
import { formatYuan, type Recourse } from '@recourse/client';
import { clientsOf, type OpenClient } from './clients.js';
import { type Day, todayInChina } from './days.js';
import { Desk } from './desk.js';
import { erpOf, postExport, type RowCounts } from './intake-story.js';
import { kingdeeExport } from './kingdee-export.js';
import type { DemoOptions } from './options.js';
import { gather, type People, waiveHold } from './people.js';
import type { Progress } from './progress.js';
import { Race } from './race.js';
import { Random } from './random.js';
import { type Reviewed, ReviewStory } from './review-story.js';
import type { Sensitive } from './sensitive.js';
import type { DemoServer } from './server.js';
import { payBill, payOut, reverseSome, type Statement, statementOf, type TrialBalance } from './settle.js';
import type { Tally } from './tally.js';
import { getVerified } from './verification-story.js';
import { Worker } from './work.js';

/** Connections count no further. */
const COUNT_CAP = 1_000;

export interface Stagecraft {
  readonly server: DemoServer;
  readonly options: DemoOptions;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly sensitive: Sensitive;
}

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

/** The main job from registration to paid commissions, told through the public API. */
export class Story {
  private readonly today: Day = todayInChina();
  private readonly open: OpenClient;

  constructor(private readonly craft: Stagecraft) {
    this.open = clientsOf(craft.server.url, craft.tally);
  }

  async tell(): Promise<Told> {
    const people = await this.people();
    const erp = await erpOf(people.creditor, this.open, this.craft.sensitive);
    const rows = await this.intake(erp);
    const reviewed = await this.review(people);
    const worker = new Worker({ finance: people.creditor.client, erp }, this.today, this.craft.sensitive);
    const desks = people.providers.map((provider) => new Desk(provider));
    await this.race(desks, worker);
    await this.reversals(people, desks);
    const payouts = await this.settlement(people);
    const statements = new Map<string, Statement>();
    for (const member of [people.creditor, ...people.providers]) {
      statements.set(member.organisationId, await statementOf(member, this.today));
    }
    await Promise.all(desks.map((desk) => desk.refresh(true)));
    const listed = await this.countHall(people, rows, reviewed, desks);
    const ledger = await people.finance.settlement.trialBalance();
    return { people, rows, reviewed, desks, payouts, statements, ledger, listed };
  }

  private async people(): Promise<People> {
    const { server, progress, sensitive } = this.craft;
    let people!: People;
    await progress.stage('People', 7, async (stage) => {
      people = await gather(server, this.open, sensitive, stage);
      return 'platform owner, reviewer, finance; a creditor, two agencies, a law firm';
    });
    await waiveHold(people.owner);
    progress.say(
      `${' '.repeat(32)}policy settlement.holdDays set from 3 to 0, so that commissions are paid within the demo`,
    );
    const members = [people.creditor, ...people.providers];
    await progress.stage('Verification', members.length, async (stage) => {
      await getVerified(members, people.reviewer, sensitive, stage);
      return `${members.length} approved, one of them after a rejection and a corrected application`;
    });
    return people;
  }

  private async intake(erp: Recourse): Promise<RowCounts> {
    const { options, progress, sensitive } = this.craft;
    const list = kingdeeExport({ rows: options.rows, today: this.today, seed: options.seed });
    sensitive.note('identity number', ...list.debtors.map((debtor) => debtor.idNumber));
    sensitive.note('phone', ...list.debtors.map((debtor) => debtor.mobile));
    let rows!: RowCounts;
    await progress.stage('ERP export', list.rows.length, async (stage) => {
      rows = await postExport(erp, list, stage);
      const { posted, admitted, inReview, duplicate, rejected } = rows;
      return `${posted} rows in GB18030: ${admitted} listed, ${inReview} to review, ${duplicate} duplicate, ${rejected} refused, each as foreseen`;
    });
    return rows;
  }

  private async review({ reviewer, creditor }: People): Promise<Reviewed> {
    const { progress, sensitive } = this.craft;
    let reviewed!: Reviewed;
    await progress.stage('Single cases', 2, async (stage) => {
      reviewed = await new ReviewStory(creditor.client, reviewer, this.today, sensitive).tell(stage);
      const { admitted, rejected, completed } = reviewed;
      return `a reviewer admitted ${admitted} and refused ${rejected}, ${completed} was listed once its papers were complete`;
    });
    const { openFen, interestFen } = reviewed.quoted;
    const [open, interest] = [openFen, interestFen].map((fen) => formatYuan(fen, { separators: true }));
    progress.say(
      `${' '.repeat(32)}two invoices and a credit note, quoted before they were posted: ${open} CNY open, ${interest} CNY of interest`,
    );
    return reviewed;
  }

  private async race(desks: readonly Desk[], worker: Worker): Promise<void> {
    const { options, progress, tally } = this.craft;
    await progress.stage('Race and work', options.rows, async (stage) => {
      const until = performance.now() + options.seconds * 1000;
      await new Race({ until, seed: options.seed, tally }, worker, stage).run(desks);
      await Promise.all(desks.map((desk, place) => this.leaveOpen(desk, worker, place)));
      const sum = (field: 'grabbed' | 'completed') => desks.reduce((total, desk) => total + desk[field], 0);
      const lost = tally.count('CASE_ALREADY_GRABBED');
      return `${sum('grabbed')} cases grabbed (${lost} times another was first), ${sum('completed')} worked to their end`;
    });
  }

  /** What is still held stays open, begun; some debtors have paid a part that the creditor has not looked at yet. */
  private async leaveOpen(desk: Desk, worker: Worker, place: number): Promise<void> {
    const random = new Random(this.craft.options.seed * 1_000 + 900 + place);
    for (const held of desk.waiting) {
      await worker.begin(held, desk, random);
      if (random.chance(0.5)) await worker.reportPart(held, desk, random);
    }
  }

  private async reversals({ creditor }: People, desks: readonly Desk[]): Promise<void> {
    await this.craft.progress.stage('Reversals', 1, async (stage) => {
      const reversed = await reverseSome(creditor.client, desks, stage);
      return `${reversed} confirmed payments taken back by the bank, commissions with them`;
    });
  }

  private async settlement(people: People): Promise<number> {
    const treasury = { finance: people.finance, owner: people.owner };
    let payouts = 0;
    await this.craft.progress.stage('Settlement', 1 + people.providers.length, async (stage) => {
      const paid = await payBill(people.creditor, treasury, this.today);
      stage.step();
      for (const [nth, provider] of people.providers.entries()) {
        if (await payOut(provider, treasury, nth + 1)) payouts += 1;
        stage.step();
      }
      // Grades follow the events; the last of them need a moment.
      await sleep(500);
      return `the creditor paid ${formatYuan(paid)} CNY, ${payouts} payouts arrived`;
    });
    return payouts;
  }

  /** What the counts of the story leave in the hall, and that the hall says the same. */
  private async countHall({ owner }: People, rows: RowCounts, reviewed: Reviewed, desks: readonly Desk[]) {
    const taken = desks.reduce((sum, desk) => sum + desk.completed + desk.waiting.length, 0);
    const left = rows.admitted + reviewed.admitted + reviewed.completed - taken;
    const { totalCount } = await owner.ask<{ totalCount: number }>('query { hall(first: 1) { totalCount } }');
    if (totalCount !== Math.min(left, COUNT_CAP))
      throw new Error(`The hall has ${totalCount} listings, expected ${left}`);
    return left;
  }
}
