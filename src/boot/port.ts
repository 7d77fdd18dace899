import { createServer } from 'node:net';

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is in use. End what listens there, or set PORT to another one',
  EACCES: 'may not be opened by this account. Set PORT to one above 1023',
  EADDRNOTAVAIL: 'cannot be opened, since HOST is no address of this machine',
};

/**
 * Looks whether the port can be had, by listening on it for a moment: before a database is started or migrated for a process that
 * cannot serve. Port 0 is always free. Errors: one sentence that says what to do.
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ port, host, exclusive: true }, resolve);
    });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`port ${port} of ${host} ${REASONS[code] ?? `cannot be opened: ${message}`}.`);
  }
  await new Promise((resolve) => probe.close(resolve));
}
