import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, programsIn } from './binaries.js';

/**
 * Programs that make a cluster for a uid without a name. initdb and the single-user server refuse a uid that the system's
 * user list does not know (containers run by number), although with an explicit superuser they use the name for nothing but
 * a message. These copies ask getpwent (the first entry of that list) where the originals ask getpwuid (ours): both answer
 * with the same record, so one name of equal length in the table of imported functions is all that changes. They serve
 * initialising only; the server itself does not ask and runs from the originals.
 */
export function namelessBinaries(binaries: Binaries, folder: string): Binaries {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  for (const name of ['lib', 'share']) symlinkSync(join(binaries.folder, name), join(folder, name));
  const nameless = programsIn(folder);
  writeWithoutName(binaries.initdb, nameless.initdb);
  writeWithoutName(binaries.postgres, nameless.postgres);
  return nameless;
}

function writeWithoutName(from: string, to: string): void {
  const bytes = readFileSync(from);
  const asked = Buffer.from('\0getpwuid\0');
  for (let at = bytes.indexOf(asked); at >= 0; at = bytes.indexOf(asked, at + 1)) bytes.write('getpwent', at + 1);
  writeFileSync(to, bytes);
  chmodSync(to, 0o755);
}
