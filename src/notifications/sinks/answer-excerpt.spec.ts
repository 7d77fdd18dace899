import fc from 'fast-check';
import { ANSWER_MAX, readable } from './answer-excerpt.js';

describe('an answer as it is kept', () => {
  it('is text PostgreSQL can keep and short, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2 * ANSWER_MAX }), (bytes) => {
        const text = readable(Buffer.from(bytes).subarray(0, ANSWER_MAX));
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(ANSWER_MAX);
        expect(text).not.toMatch(/[^\P{Cc}\n\r\t]/u);
      }),
    );
  });

  it('keeps what can be read', () => {
    expect(readable(Buffer.from('收到\n ok'))).toBe('收到\n ok');
    expect(Buffer.byteLength(readable(Buffer.alloc(ANSWER_MAX, 0xff)))).toBeLessThanOrEqual(ANSWER_MAX);
    expect(readable(Buffer.from('收到').subarray(0, 5))).toBe('收');
  });
});
