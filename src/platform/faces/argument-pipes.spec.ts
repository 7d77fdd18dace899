import { InvalidInput } from '../../kernel/refusals.js';
import { idOf, textOf } from './argument-pipes.js';

const meta = { type: 'custom', data: 'caseId' } as const;

it('reads a text argument trimmed and bounded', () => {
  const text = textOf('reason', 5);
  expect(text.transform('  好的\n吗 ', meta)).toBe('好的\n吗');
  expect(text.transform(null, meta)).toBeUndefined();
  for (const bad of ['', '   ', 'abcdef', 'a\u0000b', 5]) expect(() => text.transform(bad, meta)).toThrow(InvalidInput);
});

it('takes no bare uuid and no id of another kind', () => {
  for (const bad of ['01890a5d-ac96-774b-bcce-b302099a8057', 'grab_01H455VB4PEX5VSKNK084SN02Q', null, 7]) {
    expect(() => idOf('case').transform(bad, meta)).toThrow(expect.objectContaining({ path: 'caseId' }));
  }
});
