import { Needles } from './needles.js';

const ID = '34052419800101001X';
const CARD = '6299990000012345678';
const needles = new Needles([
  { kind: 'identity number', value: ID },
  { kind: 'bank account', value: CARD },
]);

function foundIn(hay: Buffer): string[] {
  const found: string[] = [];
  needles.find(hay, (value, at) => found.push(`${value.kind}@${at}`));
  return found;
}

describe('looking for many values at once', () => {
  it('finds each at the start, in the middle and at the end', () => {
    expect(foundIn(Buffer.from(`${ID} and ${CARD}, ${ID}`))).toEqual([
      'identity number@0',
      'bank account@23',
      'identity number@44',
    ]);
  });

  it('finds what UTF-16 hides', () => {
    expect(foundIn(Buffer.from(`号码${CARD}`, 'utf16le'))).toEqual(['bank account@4']);
  });

  it('takes no masked, cut or changed value for one', () => {
    const near = [ID.slice(0, -1), `${ID.slice(0, -1)}1`, `${CARD.slice(0, 6)}****${CARD.slice(-4)}`, CARD.slice(1)];
    expect(foundIn(Buffer.from(near.join(' ')))).toEqual([]);
  });
});
