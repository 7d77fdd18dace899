/**
 * What of a block for pasting a shell takes amiss. An interactive zsh, the usual shell of macOS, knows no comments, and stops at a `?`
 * or `*` that matches no file. Quoted text and here-documents are left out; an apostrophe in a comment opens a quotation.
 */
export function pastingFaults(block: string): string[] {
  const bare = withoutQuotations(withoutDocuments(block));
  const lines = bare.text.split('\n');
  return [
    ...lines.filter((line) => /(^|\s)#/.test(line)).map((line) => `a comment: ${line.trim()}`),
    ...lines.filter((line) => /[?*]/.test(line.replace(/\$[?*]/g, ''))).map((line) => `a bare ? or *: ${line.trim()}`),
    ...(bare.open ? [`a quotation that does not end: ${bare.open}`] : []),
  ];
}

/** Without the lines of here-documents. */
function withoutDocuments(block: string): string {
  return block.replace(/(<<-?\s*(['"]?)(\w+)\2[^\n]*\n)[\s\S]*?^\3$/gm, '$1');
}

/** Without what stands in quotation marks; `open` is the mark of a quotation that does not end. */
function withoutQuotations(block: string): { text: string; open: string } {
  let text = '';
  let open = '';
  for (let at = 0; at < block.length; at += 1) {
    const char = block[at]!;
    if (char === '\\' && open !== "'") at += 1;
    else if (open) open = char === open ? '' : open;
    else if (char === "'" || char === '"') open = char;
    else text += char;
  }
  return { text, open };
}
