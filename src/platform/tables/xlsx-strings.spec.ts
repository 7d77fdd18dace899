import { RichText, unescaped } from './xlsx-strings.js';

describe('texts of a workbook', () => {
  it.each([
    ['line_x000D_\nline', 'line\r\nline'],
    ['_x005F_x000D_', '_x000D_'],
    ['a_x0041_b', 'aAb'],
    ['a_xyz_ _x12_', 'a_xyz_ _x12_'],
  ])('%s says %j', (kept, said) => {
    expect(unescaped(kept)).toBe(said);
  });

  it('are their runs together, without reading aids', () => {
    const text = new RichText();
    for (const [name, words] of [
      ['r', '海_x000D'],
      ['r', '_港'],
      ['rPh', 'ハイ'],
    ] as const) {
      text.open(name);
      text.open('t');
      text.add(words);
      text.close('t');
      text.close(name);
    }
    expect(text.value).toBe('海\r港');
  });
});
