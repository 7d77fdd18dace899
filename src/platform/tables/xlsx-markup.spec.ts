import { Markup } from './xlsx-markup.js';
import { CellText } from './xlsx-strings.js';

/** How many pieces of 64 kB are taken before the rest is refused. */
function piecesTaken(start: string, piece: string): number {
  const markup = new Markup('part', { text: () => undefined });
  markup.write(start);
  for (let taken = 0; taken < 20; taken += 1) {
    try {
      markup.write(piece);
    } catch (error) {
      expect(String(error)).toContain('FILE_TOO_COMPLEX');
      return taken;
    }
  }
  return 20;
}

describe('the markup of a workbook', () => {
  it.each([
    ['text', '<a>', 'x'],
    ['a section of characters', '<a><![CDATA[', 'x'],
    ['a section full of marks', '<a><![CDATA[', '<>'],
    ['the name of an element', '<', 'x'],
    ['an attribute', '<a b="', '>'],
    ['many attributes', '<a ', ' '],
    ['a comment', '<a><!--', '<>'],
    ['an instruction', '<a><?b ', '>'],
  ])('is refused after a megabyte of one text, before it is held: %s', (_, start, unit) => {
    expect(piecesTaken(start, unit.repeat(65_536 / unit.length))).toBeLessThanOrEqual(16);
  });

  it('may be as long as it likes in short texts', () => {
    const markup = new Markup('part', { text: () => undefined });
    markup.write('<a>');
    for (let n = 0; n < 100; n += 1) markup.write('<b>x</b>'.repeat(8_192));
    markup.write('</a>');
    markup.end();
  });

  it('has no cell longer than a spreadsheet keeps', () => {
    const cell = new CellText();
    cell.append('x'.repeat(32_767));
    expect(cell.value).toHaveLength(32_767);
    cell.append('x');
    expect(() => cell.value).toThrow('FILE_TOO_COMPLEX');
    expect(() => cell.append('x'.repeat(300_000))).toThrow('FILE_TOO_COMPLEX');
  });
});
