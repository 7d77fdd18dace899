import { type AddressInfo, createServer } from 'node:net';
import { assertPortFree } from './port.js';

it('says that a port is in use, and lets go of one that is free', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as AddressInfo;
  await expect(assertPortFree(port, '127.0.0.1')).rejects.toThrow(
    `port ${port} of 127.0.0.1 is in use. End what listens there, or set PORT to another one.`,
  );
  await new Promise((resolve) => squatter.close(resolve));
  await assertPortFree(port, '127.0.0.1');
  await assertPortFree(port, '127.0.0.1');
  await assertPortFree(0, '127.0.0.1');
});

it('says that an address is none of this machine', async () => {
  await expect(assertPortFree(3999, '192.0.2.1')).rejects.toThrow(/HOST is no address of this machine/);
});
