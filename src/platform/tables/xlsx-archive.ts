import { TextDecoder } from 'node:util';
import * as yauzl from 'yauzl';
import { FileDamaged, FileEncrypted, FileNamesUnsafe } from './tables.refusals.js';
import { refuseBomb } from './unpacking.js';

const MAX_PARTS = 2_000;

/**
 * The parts of a zip archive in memory, checked before any is unpacked: paths stay inside, no passwords, no bombs. Declared sizes
 * are verified while unpacking.
 */
export class Archive {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly parts: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  /** Throws FileDamaged, FileEncrypted, FileNamesUnsafe, FileUnpacksTooLarge. */
  static async open(bytes: Buffer): Promise<Archive> {
    const zip = await opened(bytes);
    const parts = new Map<string, yauzl.Entry>();
    let unpackedBytes = 0;
    for (const entry of await entriesOf(zip)) {
      if ((entry.generalPurposeBitFlag & 1) === 1) throw new FileEncrypted();
      unpackedBytes += entry.uncompressedSize;
      refuseBomb(unpackedBytes, bytes.length);
      parts.set(entry.fileName.toLowerCase(), entry);
    }
    return new Archive(zip, parts);
  }

  has(part: string): boolean {
    return this.parts.has(part.toLowerCase());
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  /** A part as text, piece by piece. Throws FileDamaged when it is missing, truncated, of a wrong size or not UTF-8. */
  async *text(part: string): AsyncGenerator<string> {
    const entry = this.parts.get(part.toLowerCase());
    if (!entry) throw new FileDamaged({ details: { part } });
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const stream = await this.stream(entry);
    try {
      for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
      yield decoder.decode();
    } catch {
      throw new FileDamaged({ details: { part } });
    } finally {
      stream.destroy();
    }
  }

  private stream(entry: yauzl.Entry): Promise<NodeJS.ReadableStream & { destroy(): void }> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error || !stream) reject(new FileDamaged({ details: { part: entry.fileName.slice(0, 60) } }));
        else resolve(stream);
      });
    });
  }
}

function opened(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // Some programs write backslashes into names. They are read as slashes, and only then is a name checked to stay inside.
    const options = { lazyEntries: true, strictFileNames: false, validateEntrySizes: true };
    yauzl.fromBuffer(bytes, options, (error, zip) => {
      if (error || !zip) reject(new FileDamaged({ details: { part: 'ZIP' } }));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      if (entries.length > MAX_PARTS) reject(new FileDamaged({ details: { part: 'ZIP' } }));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(nameFault(error) ?? new FileDamaged({ details: { part: 'ZIP' } })));
    zip.readEntry();
  });
}

function nameFault({ message }: Error): FileNamesUnsafe | undefined {
  return /absolute path|invalid relative path|invalid characters/i.test(message) ? new FileNamesUnsafe() : undefined;
}
