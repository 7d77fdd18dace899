import { serveParent } from '../../src/platform/children/index.js';

/** Does to itself what it is told. */
serveParent<string, string, string>(async function* obey(task, bytes) {
  let told: string = task;
  for (;;) {
    if (told === 'end') process.exit(0);
    if (told === 'fail') throw new Error('it failed');
    if (told === 'spin') for (;;);
    if (told === 'grow') for (const kept: string[] = []; ; ) kept.push(`${Math.random()}`.repeat(100));
    if (told === 'swell') {
      const kept: Buffer[] = [];
      for (;;) {
        kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
        await new Promise((next) => setTimeout(next, 20));
      }
    }
    told = yield `${told}: ${bytes.length}`;
  }
});
