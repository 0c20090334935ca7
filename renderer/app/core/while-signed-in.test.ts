import { describe, expect, it, vi } from 'vitest';
import type { CoreLink } from './link.ts';
import { whileSignedIn } from './while-signed-in.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));
const link = (state: CoreLink['state'], session: () => Promise<unknown>) =>
  ({ state, core: { session } }) as unknown as CoreLink;

describe('a failed call', () => {
  it('is reported while somebody is signed in', async () => {
    const report = vi.fn();
    whileSignedIn(
      link('connected', async () => ({ state: 'signed_in' })),
      report,
    );
    await settle();
    expect(report).toHaveBeenCalledOnce();
  });

  it.each<[string, CoreLink['state'], () => Promise<unknown>]>([
    ['nobody is signed in', 'connected', async () => ({ state: 'signed_out' })],
    ['the core is away', 'lost', async () => ({ state: 'signed_in' })],
    ['the core goes away', 'connected', () => Promise.reject(new Error('closed'))],
  ])('is not reported where %s', async (_, state, session) => {
    const report = vi.fn();
    whileSignedIn(link(state, session), report);
    await settle();
    expect(report).not.toHaveBeenCalled();
  });
});
