import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** A mail server that takes every mail and keeps it. */
export interface MailSink {
  readonly url: string;
  /** The newest mail to an address, as soon as there is one. */
  mailTo(address: string): Promise<string>;
  close(): void;
}

export async function mailSink(): Promise<MailSink> {
  const mails: { to: string; text: string }[] = [];
  let waiting: (() => void)[] = [];
  const keep = (to: string, text: string) => {
    mails.push({ to, text });
    for (const wake of waiting) wake();
    waiting = [];
  };
  const server = createServer((socket) => converse(socket, keep));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`,
    async mailTo(address) {
      for (;;) {
        const found = mails.findLast(({ to }) => to === address);
        if (found) return found.text;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    close: () => (server as Server).close(),
  };
}

/** The server's side of RFC 5321, as far as a sender needs it. */
function converse(socket: Socket, keep: (to: string, text: string) => void): void {
  let heard = '';
  let to = '';
  let inMail = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on('error', () => undefined);
  say('220 sink');
  socket.on('data', (bytes) => {
    heard += String(bytes);
    for (;;) {
      const end = heard.indexOf(inMail ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = heard.slice(0, end);
      heard = heard.slice(end + (inMail ? 5 : 2));
      if (inMail) {
        inMail = false;
        keep(to, decoded(text));
        say('250 kept');
      } else if (/^RCPT TO/i.test(text)) {
        to = /<(.*)>/.exec(text)![1]!;
        say('250 ok');
      } else if (/^DATA/i.test(text)) {
        inMail = true;
        say('354 go on');
      } else if (/^QUIT/i.test(text)) {
        socket.end('221 bye\r\n');
      } else {
        say('250 ok');
      }
    }
  });
}

/** The body of a mail in base64 or quoted-printable as text. */
function decoded(mail: string): string {
  const [head = '', body = ''] = mail.split(/\r\n\r\n(.*)/s);
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  return body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
