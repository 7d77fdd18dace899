const { join } = require('node:path');

// Tests run from sources, which a thread cannot load: this is what compiles them there.
globalThis[Symbol.for('recourse.threads.compiler')] = join(__dirname, 'thread.cjs');
