import { announce } from './identity.js';

/**
 * Loaded into the demo's server before its own program. When the demo is gone, however it ended, the server drains by itself:
 * nobody has to find it and end it later. Until it is gone it can be recognised.
 */
process.on('disconnect', () => {
  if (!process.emit('SIGINT')) process.exit(1);
});
process.once('message', async ({ token }: { token: string }) => {
  const { port } = await announce(token);
  if (process.connected) process.send?.({ port });
});
