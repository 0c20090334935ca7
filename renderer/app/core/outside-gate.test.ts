import { describe, expect, it } from 'vitest';
import { mayOpenOutside } from './outside-gate.ts';

describe('mayOpenOutside', () => {
  it.each(['https://nusa.example/a?b#c', 'http://10.0.0.4/', 'mailto:a@b.example'])(
    'lets %s through, as the shell does',
    (address) => expect(mayOpenOutside(address)).toBe(true),
  );

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'ms-msdt:/id',
    'tel:+6231',
    'https://bank.example@evil.example/',
    '//evil.example',
    '',
  ])('refuses %s', (address) => expect(mayOpenOutside(address)).toBe(false));
});
