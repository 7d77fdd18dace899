/** A lone carriage return ends a line in files of old Macintosh programs, which Excel still offers to write. */
const LONE_RETURN = /\r(?!\n)/g;

/** The text with each lone carriage return as a line feed, however it is cut. Inside of quotation marks it breaks a line too. */
export async function* withLineFeeds(text: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of text) {
    const whole = held + piece;
    // Whether the last one is alone is decided by what follows.
    held = whole.endsWith('\r') ? '\r' : '';
    yield whole.slice(0, whole.length - held.length).replace(LONE_RETURN, '\n');
  }
  if (held !== '') yield '\n';
}
