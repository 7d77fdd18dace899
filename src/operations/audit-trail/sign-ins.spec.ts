import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SESSIONS } from './audit-trail.service.js';

describe('the acts about logins', () => {
  it('are all that any module records', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.startsWith(join('operations', 'audit-trail')),
    );
    const recorded = files.flatMap(
      (file) => readFileSync(join('src', file), 'utf8').match(/(?<=')session\.[a-z-]+(?=')/g) ?? [],
    );
    expect([...new Set(recorded)].sort()).toEqual([...SESSIONS].sort());
  });
});
