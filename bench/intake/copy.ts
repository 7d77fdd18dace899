import type { Client, Connection } from 'pg';

/** The driver's side of COPY … FROM STDIN: sends the bytes when the server asks for them. */
class CopyIn {
  private error: Error | undefined;

  constructor(
    private readonly sql: string,
    private readonly bytes: Buffer,
    private readonly settle: (error?: Error) => void,
  ) {}

  submit(connection: Connection & { query(text: string): void }): void {
    connection.query(this.sql);
  }

  handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }): void {
    const size = 64 * 1024;
    for (let from = 0; from < this.bytes.length; from += size)
      connection.sendCopyFromChunk(this.bytes.subarray(from, from + size));
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.error = error;
    this.settle(error);
  }

  handleReadyForQuery(): void {
    if (!this.error) this.settle();
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}

/** Runs one COPY with these bytes. */
export function copyIn(client: Client, sql: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, bytes, (error) => (error ? reject(error) : resolve())) as never);
  });
}
