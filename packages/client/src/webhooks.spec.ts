import { Webhook } from 'standardwebhooks';
import { signWebhook, verifyWebhook, WebhookRefused } from './webhooks.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OLD = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const BODY = '{"type":"grab.taken","timestamp":"2026-03-01T08:00:00Z","data":{"caseId":"case_1","amountFen":"125000"}}';

describe('a webhook', () => {
  const headers = () => signWebhook(SECRET, 'evt_1', BODY);

  it('is read when it is signed, from any kind of headers', () => {
    const event = verifyWebhook<'grab.taken'>(SECRET, headers(), BODY);
    expect(event).toMatchObject({ id: 'evt_1', type: 'grab.taken', data: { caseId: 'case_1', amountFen: 125_000n } });
    expect(verifyWebhook(SECRET, new Headers(headers()), Buffer.from(BODY)).id).toBe('evt_1');
    const shouted = Object.fromEntries(Object.entries(headers()).map(([name, value]) => [name.toUpperCase(), value]));
    expect(verifyWebhook(SECRET, shouted, BODY).id).toBe('evt_1');
  });

  it('is accepted with either secret while they rotate, in either order', () => {
    const both = { ...headers() };
    both['webhook-signature'] += ` ${signWebhook(OLD, 'evt_1', BODY)['webhook-signature']}`;
    expect(verifyWebhook(OLD, both, BODY).id).toBe('evt_1');
    expect(verifyWebhook([OLD, SECRET], headers(), BODY).id).toBe('evt_1');
  });

  it('is refused when anything is other than it was', () => {
    const late = signWebhook(SECRET, 'evt_1', BODY, new Date(Date.now() - 301_000));
    const attempts: [string | string[], Record<string, string>, string][] = [
      [OLD, headers(), BODY],
      [SECRET, headers(), BODY.replace('1250', '9250')],
      [SECRET, { ...headers(), 'webhook-id': 'evt_2' }, BODY],
      [SECRET, {}, BODY],
      [SECRET, late, BODY],
    ];
    for (const attempt of attempts) expect(() => verifyWebhook(...attempt)).toThrow(WebhookRefused);
    expect(() => verifyWebhook([], headers(), BODY)).toThrow(TypeError);
  });

  it('is signed as the standard says', () => {
    expect(new Webhook(SECRET).verify(BODY, headers())).toMatchObject({ type: 'grab.taken' });
  });
});
