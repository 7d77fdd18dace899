import fc from 'fast-check';
import { cursorOf } from '../../kernel/index.js';
import { KeyRing } from '../../platform/crypto/index.js';
import { FeedCursors } from './feed-cursor.js';

const cursors = new FeedCursors(KeyRing.ofOne(Buffer.alloc(32, 7)));

describe('cursors of the feed', () => {
  it('are read back, and tell neither the position nor how far two of them are apart', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 62n }), (position) => {
        const cursor = cursors.at(position);
        expect(cursors.positionAt(cursor, 'after')).toBe(position);
        expect(cursor).toMatch(/^[\w-]{22}$/);
        const next = cursors.at(position + 1n);
        const shared = [...cursor].filter((char, index) => next[index] === char).length;
        expect(shared).toBeLessThan(10);
      }),
    );
  });

  it('of before are read too, and made-up ones and those of another platform refused', () => {
    expect(cursors.positionAt(cursorOf(['42']), 'after')).toBe(42n);
    const foreign = new FeedCursors(KeyRing.ofOne(Buffer.alloc(32, 8))).at(42n);
    for (const bad of ['', 'nonsense', foreign, `${cursors.at(42n)}A`, cursors.at(42n).slice(1), cursorOf(['x'])]) {
      expect(() => cursors.positionAt(bad, 'after')).toThrow(expect.objectContaining({ path: 'after' }));
    }
  });
});
