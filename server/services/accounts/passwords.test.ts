import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { Passwords, PasswordsBusy } from './passwords.ts';

describe('passwords', () => {
  it('are kept as salted Argon2id', async () => {
    const passwords = new Passwords();
    const [one, two] = [await passwords.hash('secret'), await passwords.hash('secret')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwords.verify(one, 'secret')).toBe(true);
    expect(await passwords.verify(one, 'Secret')).toBe(false);
  });

  it.each(['', 'nobody', '\0'.repeat(32)])('nobody without a password has %j', async (guess) => {
    expect(await new Passwords().verify(null, guess)).toBe(false);
  });

  it('a hash made more cheaply is dated', async () => {
    const passwords = new Passwords();
    expect(passwords.isDated(await hash('secret', { memoryCost: 8_192, timeCost: 1 }))).toBe(true);
    expect(passwords.isDated(await passwords.hash('secret'))).toBe(false);
  });

  it('says so when more wait than can be served soon', async () => {
    const passwords = new Passwords(1);
    const asked = Array.from({ length: 260 }, () => passwords.verify('not a hash', 'x'));
    const results = await Promise.allSettled(asked);
    const busy = results.filter(
      (result) => result.status === 'rejected' && result.reason instanceof PasswordsBusy,
    );
    // One runs, 256 wait.
    expect(busy).toHaveLength(3);
  });
});
