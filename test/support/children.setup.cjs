const { join } = require('node:path');

// Tests run from sources, which a child process cannot load: this is what compiles them there.
globalThis[Symbol.for('recourse.children.compiler')] = join(__dirname, 'child.cjs');
