import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventType } from '../../src/events/define-event.js';
import { MAPPED_EVENTS } from '../../src/notifications/feed/feed-mapping.js';

/** Events that no part of the product listens to, each with the reason why it is published all the same. */
const WITHOUT_LISTENER: Readonly<Record<string, string>> = {};

const root = join(process.cwd(), 'src');

function sources(skip?: RegExp): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !skip?.test(path))
    .map((path) => readFileSync(path, 'utf8'));
}

describe('every event of the product', () => {
  const texts = sources();
  let events: [name: string, event: EventType][] = [];

  beforeAll(async () => {
    const files = readdirSync(join(root, 'events')).filter((name) => name.endsWith('.events.ts'));
    const modules = await Promise.all(files.map((name) => import(join(root, 'events', name))));
    events = modules.flatMap((module) => Object.entries<EventType>(module));
    expect(events.length).toBeGreaterThan(20);
  });

  it('has a listener, or a reason why it has none', () => {
    const listened = new Set(
      texts.flatMap((text) => [...text.matchAll(/@OnEvents?\(\s*(\w+)/g)].map(([, name]) => name)),
    );
    const alone = events.filter(([name, event]) => !listened.has(name) && !MAPPED_EVENTS.includes(event));
    expect(alone.map(([, { name }]) => name)).toEqual(Object.keys(WITHOUT_LISTENER));
    for (const reason of Object.values(WITHOUT_LISTENER)) expect(reason.length).toBeGreaterThan(20);
  });

  it('is published somewhere', () => {
    const published = sources(/src\/events\/|feed-mapping/)
      .map((text) => text.replace(/^import [^;]*;|@OnEvents?\([^)]*\)/gm, ''))
      .join('\n');
    expect(events.map(([name]) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(published))).toEqual([]);
  });
});
