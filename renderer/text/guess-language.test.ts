import { describe, expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

describe('code whose language nobody named', () => {
  it.each([
    ["select sku, batch from inbound\nwhere arrived_on = '2026-11-20';", 'sql'],
    ['UPDATE stock SET qty = 3', 'sql'],
    ['{"sku": "A-1", "qty": 14}', 'json'],
    ['[\n  { "a": 1 }\n]', 'json'],
    ['sudo systemctl restart wms', 'bash'],
    ['$ ls -la', 'bash'],
    ['<note to="gudang">14</note>', 'xml'],
    ['from wms import stock\nprint(stock)', 'python'],
    ["const rows = await read('inbound');", 'typescript'],
  ])('%j is %s', (code, language) => expect(guessLanguage(code)).toBe(language));

  it.each([
    'PLT-1  14  dermaga 3\nPLT-2  20  dermaga 1',
    'ERROR 2026-11-19 12:00:01 connection refused',
    'Select a dock',
    'server:\n  port: 8080',
    '',
  ])('%j stays in one colour', (code) => expect(guessLanguage(code)).toBeNull());
});
