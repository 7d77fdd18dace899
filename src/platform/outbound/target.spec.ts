import { targetFault } from './target.js';

describe('a URL to be called', () => {
  it.each([
    'https://erp.harbour.com/hooks?tenant=7',
    'https://erp.harbour.com:8443/hooks',
    'https://93.184.215.14/hooks',
    'https://[2606:4700::1111]/hooks',
    'https://xn--hxt814e.xn--fiqs8s/',
  ])('may be %s', (url) => expect(targetFault(url, false)).toBeUndefined());

  it.each([
    ['http://erp.harbour.com/', 'NOT_HTTPS'],
    ['ftp://erp.harbour.com/', 'NOT_HTTPS'],
    ['file:///etc/passwd', 'NOT_HTTPS'],
    ['gopher://erp.harbour.com:6379/_FLUSHALL', 'NOT_HTTPS'],
    ['https://user:secret@erp.harbour.com/', 'CREDENTIALS'],
    ['https://erp.harbour.com@169.254.169.254/', 'CREDENTIALS'],
    ['https://@erp.harbour.com/', 'CREDENTIALS'],
    ['https://erp.harbour.com/#there', 'FRAGMENT'],
    ['https://erp.harbour.com:22/', 'PORT'],
    ['https://erp.harbour.com:80/', 'PORT'],
    ['https://erp.harbour.com:0/', 'PORT'],
    ['https://localhost/', 'NO_PUBLIC_NAME'],
    ['https://metadata.google.internal/', 'NO_PUBLIC_NAME'],
    ['https://printer/', 'NO_PUBLIC_NAME'],
    ['https://erp.harbour.com./', 'NO_PUBLIC_NAME'],
    ['https://2130706433/', 'ODD_ADDRESS'],
    ['https://0x7f000001/', 'ODD_ADDRESS'],
    ['https://0x7f.1/', 'ODD_ADDRESS'],
    ['https://0177.0.0.1/', 'ODD_ADDRESS'],
    ['https://127.1/', 'ODD_ADDRESS'],
    ['https://127.0.0.1./', 'ODD_ADDRESS'],
    ['https://１２７.0.0.1/', 'NOT_A_URL'],
    ['https:\\\\erp.harbour.com\\', 'NOT_A_URL'],
    ['https:erp.harbour.com', 'NOT_A_URL'],
    ['https:///erp.harbour.com', 'NOT_A_URL'],
    ['https://erp.harbour.com/a b', 'NOT_A_URL'],
    ['https://erp.har\tbour.com/', 'NOT_A_URL'],
    [' https://erp.harbour.com/', 'NOT_A_URL'],
    ['https://', 'NOT_A_URL'],
    ['nonsense', 'NOT_A_URL'],
  ])('may not be %s: %s', (url, fault) => expect(targetFault(url, false)).toBe(fault));

  it('may be http, and its name one of a private network, where that is allowed', () => {
    const local = [
      'http://127.0.0.1:8080/',
      'http://localhost:3000/h',
      'http://[::1]/',
      'http://odoo/',
      'https://nas.lan/',
    ];
    expect(local.map((url) => targetFault(url, true))).toEqual(local.map(() => undefined));
    expect(local.map((url) => targetFault(url, false))).toEqual([
      ...['NOT_HTTPS', 'NOT_HTTPS', 'NOT_HTTPS', 'NOT_HTTPS', 'NO_PUBLIC_NAME'],
    ]);
    expect(targetFault('http://2130706433/', true)).toBe('ODD_ADDRESS');
    expect(targetFault('http://a:b@odoo/', true)).toBe('CREDENTIALS');
    expect(targetFault('http://odoo:22/', true)).toBe('PORT');
    expect(targetFault('https://odoo:80/', true)).toBe('PORT');
    expect(targetFault('ftp://odoo/', true)).toBe('NOT_HTTPS');
  });
});
