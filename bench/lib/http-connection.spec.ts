import { createServer, type Socket } from 'node:net';
import { HttpConnection, request } from './http-connection.js';

/** A server that answers each request with the next of these texts, byte by byte when told. */
async function scripted(answers: string[], split: boolean) {
  const server = createServer((socket: Socket) => {
    socket.on('data', async () => {
      const answer = Buffer.from(answers.shift() ?? '');
      if (!split) return void socket.write(answer);
      for (const byte of answer) {
        socket.write(Buffer.from([byte]));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { server, url: `http://127.0.0.1:${port}` };
}

const ANSWER = 'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n"所"';

describe.each([false, true])('a connection whose answers come in pieces: %s', (split) => {
  it('cuts answers by their length, one after the other', async () => {
    const { server, url } = await scripted([ANSWER, 'HTTP/1.1 409 No\r\ncontent-length: 0\r\n\r\n'], split);
    const connection = await HttpConnection.open(url);
    const first = await connection.send(request('GET', '/', 'token'));
    expect([first.status, first.body.toString('utf8')]).toEqual([201, '"所"']);
    expect((await connection.send(request('POST', '/', 'token'))).status).toBe(409);
    connection.close();
    server.close();
  });
});

it('fails rather than waits when an answer has no length or the server leaves', async () => {
  const { server, url } = await scripted(['HTTP/1.1 200 OK\r\n\r\nbody'], false);
  const connection = await HttpConnection.open(url);
  await expect(connection.send(request('GET', '/', 'token'))).rejects.toThrow('without Content-Length');
  connection.close();
  await new Promise((resolve) => setImmediate(resolve));
  await expect(connection.send(request('GET', '/', 'token'))).rejects.toThrow('closed');
  server.close();
});

it('says the length of a body in bytes', () => {
  const bytes = request('POST', '/x', 't', { name: '所' }).toString('utf8');
  expect(bytes).toContain('content-length: 14\r\n');
  expect(bytes.endsWith('\r\n\r\n{"name":"所"}')).toBe(true);
});
