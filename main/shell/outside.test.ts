import { describe, expect, it } from 'vitest';
import { checkOutside, outsideGate } from './outside.ts';

describe('the gate to the outside', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTP://EXAMPLE.com', 'http://example.com/'],
    ['https://contoh.id/laporan%20akhir', 'https://contoh.id/laporan%20akhir'],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example/'],
    ['mailto:ayu@example.com?subject=Halo', 'mailto:ayu@example.com?subject=Halo'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ])('lets %s through, as %s', (address, url) => {
    expect(checkOutside(address)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    String.raw`\\server\share`,
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'vbscript:x',
    'balai://open/c/1',
    'app://balai/index.html',
    'tel:+62811',
    'ftp://example.com',
    'about:blank',
    'https://ayu:rahasia@example.com/',
    'https://ayu@example.com/',
    'https://',
    '//example.com',
    'example.com',
    '',
    ' https://example.com',
    'https://example.com/\nx',
    'https://exam\u0000ple.com',
    'https://example.com/\u202egpj.exe',
    'https://example.com/\u200b',
    'java\tscript:alert(1)',
    `https://example.com/${'a'.repeat(2_048)}`,
  ])('keeps %j in', (address) => {
    expect(checkOutside(address)).toBeUndefined();
  });

  it('hands the address over as it was checked, not as it was written', async () => {
    const opened: string[] = [];
    const open = outsideGate(
      (url) => (opened.push(url), Promise.resolve()),
      () => undefined,
    );
    expect(await open('HTTPS://EXAMPLE.COM')).toBe(true);
    expect(await open('javascript:x')).toBe(false);
    expect(opened).toEqual(['https://example.com/']);
  });

  it('says no where the system cannot, and logs no address', async () => {
    const logged: unknown[] = [];
    const gate = outsideGate(
      () => Promise.reject(new Error('no browser')),
      (message, detail) => logged.push(message, detail),
    );
    expect(await gate('https://example.com/rahasia')).toBe(false);
    expect(await gate('data:rahasia')).toBe(false);
    expect(JSON.stringify(logged)).not.toContain('rahasia');
    expect(logged).toHaveLength(4);
  });
});
