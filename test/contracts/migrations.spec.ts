import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import { migrateDown, migrateUp } from '../../src/platform/database/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { pictureOf } from './schema-picture.js';

describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await namedDatabase('recourse_migrations', { fresh: true, empty: true });
  });

  it('lists every file, oldest first, each class named like its file', () => {
    const files = readdirSync(join(process.cwd(), 'migrations')).filter((name) => /^\d{14}-/.test(name));
    const stamps = files.map((name) => name.slice(0, 14)).sort();
    expect(migrations.map((one) => one.name.slice(-14))).toEqual(stamps);
    for (const one of migrations) expect(one.name).toMatch(/^[A-Z][A-Za-z]+\d{14}$/);
  });

  it('goes all the way up, all the way down and up again to the same schema', async () => {
    const empty = await pictureOf(database.ownerUrl);
    expect(await migrateUp(database.ownerUrl)).toHaveLength(migrations.length);
    const first = await pictureOf(database.ownerUrl);
    expect(first.length).toBeGreaterThan(empty.length + 100);

    await migrateDown(database.ownerUrl, migrations.length);
    expect(ownThings(await pictureOf(database.ownerUrl))).toEqual(ownThings(empty));

    expect(await migrateUp(database.ownerUrl)).toHaveLength(migrations.length);
    expect(await pictureOf(database.ownerUrl)).toEqual(first);
  });

  it('comes back from one step down as it was, whatever the step', async () => {
    const whole = await pictureOf(database.ownerUrl);
    for (let steps = 1; steps <= migrations.length; steps += 1) {
      await migrateDown(database.ownerUrl, steps);
      expect(await migrateUp(database.ownerUrl)).toHaveLength(steps);
    }
    expect(await pictureOf(database.ownerUrl)).toEqual(whole);
  });

  it('has nothing left to do the second time, also when several start at once', async () => {
    const together = await Promise.all([1, 2, 3].map(() => migrateUp(database.ownerUrl)));
    expect(together.flat()).toEqual([]);
    const fresh = await namedDatabase('recourse_migrations_raced', { fresh: true, empty: true });
    const raced = await Promise.all([1, 2, 3].map(() => migrateUp(fresh.ownerUrl)));
    expect(raced.flat()).toHaveLength(migrations.length);
  });

  it('names constraints by their rule, and every foreign key by its column', async () => {
    const rows = await asOwner<{ table: string; name: string; columns: string[] }>(
      database,
      `SELECT conrelid::regclass::text AS table, conname AS name,
              (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey)) AS columns
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(10);
    const odd = rows.filter(({ table, name, columns }) => columns.length === 1 && name !== `${table}_${columns[0]}_fk`);
    expect(odd).toEqual([]);
  });
});

/** Without the grants on the schema itself, which the first migration narrows and rightly leaves narrowed. */
function ownThings(picture: string[]): string[] {
  return picture.filter((line) => !line.startsWith('schema:'));
}
