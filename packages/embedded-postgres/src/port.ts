import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The port the server of a home last had, so that a restart keeps its address; undefined before the first. */
export function rememberedPort(home: string): number | undefined {
  try {
    const port = Number.parseInt(readFileSync(join(home, 'port'), 'utf8'), 10);
    return port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}

export function rememberPort(home: string, port: number): void {
  writeFileSync(join(home, 'port'), `${port}\n`);
}

export function forgetPort(home: string): void {
  rmSync(join(home, 'port'), { force: true });
}

/** A port of the loopback that nobody holds at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
