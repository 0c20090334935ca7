import { describe, expect, it } from 'vitest';
import { sayerFor } from '../../i18n/say.ts';
import type { ConnectionView } from '../../../shared/rpc/connection-views.ts';
import { outboxIcon } from './outbox-icon.ts';
import { needsAttention, waitWords } from './pill-words.ts';

const connection = (more: Partial<ConnectionView>): ConnectionView => ({
  state: 'connected',
  lastContact: null,
  nextTry: null,
  waiting: 0,
  refused: 0,
  syncing: null,
  problem: null,
  clockSkew: 0,
  ...more,
});

describe('the pill', () => {
  const say = sayerFor('en');

  it('says what waits, or in one number what was not sent', () => {
    expect(waitWords(say, connection({ waiting: 3, refused: 1 }))).toBe('4 not sent');
    expect(waitWords(say, connection({ waiting: 3 }))).toBe('3 waiting');
    expect(waitWords(say, connection({ refused: 1 }))).toBe('1 not sent');
    expect(waitWords(say, connection({}))).toBeNull();
  });

  it('is quiet while all is well or soon will be', () => {
    expect(needsAttention(connection({}))).toBe(false);
    expect(needsAttention(connection({ waiting: 2 }))).toBe(false);
    expect(needsAttention(connection({ state: 'reconnecting' }))).toBe(false);
    expect(needsAttention(connection({ state: 'reconnecting', waiting: 1 }))).toBe(true);
    expect(needsAttention(connection({ state: 'offline' }))).toBe(true);
    expect(needsAttention(connection({ refused: 1 }))).toBe(true);
  });
});

describe('a row of the outbox', () => {
  it('has a picture also for a command that this page does not know', () => {
    expect(outboxIcon('message.send')).toBe('message');
    expect(outboxIcon('wiki.write')).toBe('setting');
  });
});
