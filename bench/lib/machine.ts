import { cpus, platform, release, totalmem } from 'node:os';

/** What the figures were measured on. */
export function machine(postgresVersion: string): string[] {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${cores[0]?.model.trim() ?? 'unknown processor'}, ${cores.length} cores, ${memory} GiB, ${platform()} ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${postgresVersion} (embedded, fsync on), ${new Date().toISOString().slice(0, 10)}`,
  ];
}
