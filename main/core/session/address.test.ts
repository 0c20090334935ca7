import { describe, expect, it } from 'vitest';
import { parseAddress } from './address.ts';

describe('parseAddress', () => {
  it.each([
    ['balai.example.co.id', 'https://balai.example.co.id'],
    ['  Balai.Example.co.id/ ', 'https://balai.example.co.id'],
    ['balai.example.co.id:8443', 'https://balai.example.co.id:8443'],
    ['HTTPS://balai.example.co.id', 'https://balai.example.co.id'],
    ['https://balai.example.co.id/api?x#y', 'https://balai.example.co.id'],
    ['balai', 'https://balai'],
    ['10.1.2.3:8443', 'https://10.1.2.3:8443'],
    ['[2001:db8::1]', 'https://[2001:db8::1]'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['https://localhost', 'https://localhost'],
  ])('takes %j as %s', (typed, address) => {
    expect(parseAddress(typed)).toEqual({ address, secure: address.startsWith('https:') });
  });

  it.each([
    '',
    '   ',
    'https://',
    'two words',
    'ayu@balai.example.co.id',
    'https://ayu:pw@balai.example.co.id',
    'ftp://balai.example.co.id',
    'javascript://alert(1)',
    'balai.example.co.id:99999',
    'balai\\example',
    'http://balai.example.co.id',
    'http://127.0.0.1.example.com',
  ])('refuses %j', (typed) => {
    expect(parseAddress(typed)).toBeUndefined();
  });

  it('takes plain HTTP to another computer only where that was allowed', () => {
    expect(parseAddress('http://balai.lan:8080', true)).toEqual({
      address: 'http://balai.lan:8080',
      secure: false,
    });
    expect(parseAddress('balai.lan:8080', true)?.secure).toBe(true);
  });
});
