import { readFileSync } from 'node:fs';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anApiKey } from '../support/builders.js';

const { bruToJsonV2 } = jest.requireActual('@usebruno/lang');

describe('somebody tries the Bruno collection', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('and its example bodies are taken as they are', async () => {
    const { key } = await anApiKey(app, await aCreditor(app), ['cases:read', 'cases:write']);
    const send = (file: string, externalRef: string) => {
      const { http, body } = bruToJsonV2(readFileSync(`packages/bruno/${file}.bru`, 'utf8'));
      const request = app.rest()[http.method as 'post'](http.url.replace('{{baseUrl}}', ''));
      const json = body.json.replace('AR-1001', externalRef);
      return request.set('authorization', `Bearer ${key}`).set('content-type', 'application/json').send(json);
    };
    const posted = await send('cases/postCase', 'BRUNO-1');
    expect([posted.status, posted.body.state]).toEqual([201, 'listed']);
    const batch = await send('case batches/postCaseBatch', 'BRUNO-2');
    expect([batch.status, batch.body.totalRows]).toEqual([202, 1]);
  });
});
