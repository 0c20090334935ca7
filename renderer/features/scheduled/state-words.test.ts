import { describe, expect, it } from 'vitest';
import { sayerFor } from '../../i18n/say.ts';
import { stateWords } from './state-words.ts';

const NOW = Date.parse('2026-11-25T14:00:00+07:00');
const item = { failed: null, waiting: false, at: NOW + 1, why: 'chosen' } as const;
const say = (change: Partial<Parameters<typeof stateWords>[0]>, connected = true) =>
  stateWords({ ...item, ...change }, connected, NOW, sayerFor('en'));

describe('what is said of a message that goes out later', () => {
  it('is nothing where all is as it should be', () => {
    expect(say({})).toBeNull();
    expect(say({}, false)).toBeNull();
    expect(say({ waiting: true })).toBeNull();
    expect(say({ why: 'day_start' })).toContain('day starts');
  });

  it('is why it was not sent, and what to do', () => {
    expect(say({ failed: 'archived' })).toMatch(/was not sent.*archived.*unarchive the channel/);
    expect(say({ failed: 'of_the_future' })).toContain('was not sent');
  });

  it('is where it waits while there is no line', () => {
    expect(say({ waiting: true }, false)).toContain('only on this computer');
    expect(say({ waiting: true, at: NOW }, false)).toContain('as soon as you are connected');
    expect(say({ at: NOW }, false)).toContain('server');
    expect(say({ at: NOW })).toContain('now');
  });
});
