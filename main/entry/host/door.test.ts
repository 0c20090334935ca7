import { describe, expect, it } from 'vitest';
import { Door } from './door.ts';

function setup() {
  let n = 0;
  const door = new Door({ port: 4100, randomHex: (bytes) => `${++n}`.repeat(bytes * 2) });
  const cookieOf = (header: string | undefined) => header?.split(';')[0] ?? '';
  return { door, cookieOf };
}

describe('the token', () => {
  it('works once, each of those that were given out', () => {
    const { door } = setup();
    const [token, other] = [door.invite(), door.invite()];
    expect(door.admit('wrong')).toBeUndefined();
    expect(door.admit(token)).toContain('HttpOnly; SameSite=Strict');
    expect(door.admit(token)).toBeUndefined();
    expect(door.admit('')).toBeUndefined();
    expect(door.admit(other)).toBeDefined();
  });

  it('is forgotten when many after it were given out and not used', () => {
    const { door } = setup();
    const first = door.invite();
    for (let n = 0; n < 20; n++) door.invite();
    expect(door.admit(first)).toBeUndefined();
    expect(door.admit(door.invite())).toBeDefined();
  });

  it('is exchanged for a cookie that lets in, among others', () => {
    const { door, cookieOf } = setup();
    const cookie = cookieOf(door.admit(door.invite()));
    expect(door.isKnown({ cookie })).toBe(true);
    expect(door.isKnown({ cookie: `balai-4101=x; ${cookie}; other=y` })).toBe(true);
  });

  it('lets nobody in with another value, another name or none', () => {
    const { door, cookieOf } = setup();
    const cookie = cookieOf(door.admit(door.invite()));
    expect(door.isKnown({})).toBe(false);
    expect(door.isKnown({ cookie: 'balai-4100=' })).toBe(false);
    expect(door.isKnown({ cookie: `${cookie}0` })).toBe(false);
    expect(door.isKnown({ cookie: cookie.replace('4100', '4101') })).toBe(false);
    expect(door.isKnown({ cookie: `x${cookie}` })).toBe(false);
  });
});

describe('Host and Origin', () => {
  const { door } = setup();

  it.each([
    [{ host: '127.0.0.1:4100' }, true],
    [{ host: 'localhost:4100' }, true],
    [{ host: '127.0.0.1:4100', origin: 'http://127.0.0.1:4100' }, true],
    [{}, false],
    [{ host: '127.0.0.1' }, false],
    [{ host: '127.0.0.1:4101' }, false],
    [{ host: 'balai.attacker.example:4100' }, false],
    [{ host: '127.0.0.1:4100', origin: 'https://attacker.example' }, false],
    [{ host: '127.0.0.1:4100', origin: 'http://127.0.0.1:4101' }, false],
    [{ host: '127.0.0.1:4100', origin: 'http://localhost:4100' }, false],
    [{ host: '127.0.0.1:4100', origin: 'https://127.0.0.1:4100' }, false],
    [{ host: '127.0.0.1:4100', origin: 'null' }, false],
  ])('%j: %s', (headers, allowed) => {
    expect(door.isForHere(headers)).toBe(allowed);
  });

  it('a WebSocket must tell its origin', () => {
    expect(door.isFromHere({ host: '127.0.0.1:4100' })).toBe(false);
    expect(door.isFromHere({ host: '127.0.0.1:4100', origin: 'http://127.0.0.1:4100' })).toBe(true);
  });
});
