import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@recourse/embedded-postgres';
import { type Announced, announce, answersFor } from './identity.js';

/** What a demo writes into its folder: that the folder is a demo's, and who plays there. */
interface Note {
  readonly madeBy: typeof MAKER;
  /** Where it was made. A copy made elsewhere was made by somebody for some purpose, and is theirs. */
  readonly folder: string;
  /** Known to the demo and its server alone; both prove with it who they are. */
  readonly token: string;
  /** Where each answers; null when it has ended, or has not begun. */
  readonly demo: number | null;
  readonly server: number | null;
}

const MAKER = '@recourse/demo';
const NOTE = 'demo.json';
/** Everything that the demo and its server make in their folder. The note goes last, so that a killed clearing can be repeated. */
const OWN = ['postgres', 'files', 'master.key', 'server.log', NOTE];
/** Where the embedded database keeps what root may not keep in a folder of its own. */
const ELSEWHERE = '/var/lib/recourse/';
const DRAIN_PATIENCE_MS = 120_000;

/** The folder a demo plays in, held by it until `release`. */
export class DataFolder {
  private released = false;

  private constructor(
    readonly path: string,
    readonly token: string,
    private readonly identity: Announced,
  ) {}

  /**
   * Takes an empty folder, or clears one that an earlier demo left. Errors: the folder is not a demo's, or holds more than a
   * demo made; another demo plays there; its server does not end. Then nothing was touched, and nobody is ever signalled.
   */
  static async claim(path: string): Promise<DataFolder> {
    mkdirSync(path, { recursive: true });
    const folder = realpathSync(path);
    const note = readNote(folder);
    refuseStrangers(folder, note);
    if (note) await clear(folder, note);
    const token = randomBytes(32).toString('hex');
    const claimed = new DataFolder(folder, token, await announce(token));
    claimed.noteServer(null);
    return claimed;
  }

  /** Notes where the server can be recognised. */
  noteServer(server: number | null): void {
    this.write({ demo: this.identity.port, server });
  }

  /** Says that nobody plays here any more. */
  release(): void {
    if (this.released) return;
    this.released = true;
    this.write({ demo: null, server: null });
    this.identity.close();
  }

  private write(players: { demo: number | null; server: number | null }): void {
    const note: Note = { madeBy: MAKER, folder: this.path, token: this.token, ...players };
    writeFileSync(join(this.path, NOTE), JSON.stringify(note), { mode: 0o600 });
  }
}

/** The note of a demo that was made in this very folder. */
function readNote(folder: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Partial<Note>;
    const isOurs = note.madeBy === MAKER && note.folder === folder && /^[0-9a-f]{64}$/.test(note.token ?? '');
    return isOurs ? (note as Note) : undefined;
  } catch {
    return undefined;
  }
}

function refuseStrangers(folder: string, note: Note | undefined): void {
  const found = readdirSync(folder);
  if (!note && found.length > 0) {
    throw new Error(
      `${folder} is neither empty nor the folder of an earlier demo. Give another one by --data-dir, or empty it yourself.`,
    );
  }
  const strangers = found.filter((name) => !OWN.includes(name));
  if (strangers.length === 0) return;
  const some = strangers.slice(0, 3).join(', ');
  throw new Error(
    `${folder} holds what the demo did not make: ${some}. Move it, or give another folder by --data-dir.`,
  );
}

async function clear(folder: string, note: Note): Promise<void> {
  if (note.demo !== null && (await answersFor(note.token, note.demo))) {
    throw new Error(`Another demo plays in ${folder}. End it first, or give another folder by --data-dir.`);
  }
  await serverGone(folder, note);
  await endDatabase(join(folder, 'postgres'));
  for (const name of OWN) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The server of a demo that was killed drains by itself. */
async function serverGone(folder: string, { server, token }: Note): Promise<void> {
  if (server === null) return;
  const deadline = performance.now() + DRAIN_PATIENCE_MS;
  while (await answersFor(token, server)) {
    if (performance.now() > deadline) {
      throw new Error(`The server of an earlier demo still runs in ${folder}. End it first, or give --data-dir.`);
    }
    await sleep(100);
  }
}

/** Joins what runs on the folder and leaves as its last user, which ends it; also removes what root had to keep elsewhere. */
async function endDatabase(folder: string): Promise<void> {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const elsewhere = join(folder, 'kept-elsewhere');
  const home = existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : folder;
  if (existsSync(join(home, 'cluster', 'data', 'postmaster.pid'))) {
    const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
    await server.stop();
  }
  const belongsTo = join(home, 'belongs-to');
  const ours = home.startsWith(ELSEWHERE) && existsSync(belongsTo) && readFileSync(belongsTo, 'utf8').trim() === folder;
  if (ours) rmSync(home, { recursive: true, force: true });
}
