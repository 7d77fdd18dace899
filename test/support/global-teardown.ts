import { rmSync } from 'node:fs';
import type { EmbeddedPostgres } from '@recourse/embedded-postgres';

export default async function globalTeardown(): Promise<void> {
  await (globalThis as { recourseTestServer?: EmbeddedPostgres }).recourseTestServer?.stop();
  const dir = process.env['RECOURSE_TEST_DIR'];
  if (dir) rmSync(dir, { recursive: true, force: true });
}
