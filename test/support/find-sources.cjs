const Module = require('node:module');
const { join } = require('node:path');

// Node finds our sources: `./x.js` is `./x.ts`, and our packages are read from their sources, which a clean copy has not built.
// Jest maps both for tests, but not for globalSetup and what it imports, nor for child processes.
const root = join(__dirname, '../..');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const ours = /^@recourse\/([^/]+)$/.exec(request)?.[1];
  if (ours) return join(root, 'packages', ours, 'src/index.ts');
  try {
    return resolveFilename.call(this, request, ...rest);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return resolveFilename.call(this, request.replace(/\.js$/, '.ts'), ...rest);
  }
};
