import { describe, expect, it } from 'vitest';
import { headWords } from './head-words.ts';

const offline = { state: 'offline', waiting: 0, refused: 0 } as const;
const connected = { state: 'connected', waiting: 0, refused: 0 } as const;

describe('above what waits to be sent', () => {
  it('stands what the list shows', () => {
    expect(headWords(offline, []).title).toBe('connection.emptyTitle');
    expect(headWords(offline, [{ state: 'refused' }]).title).toBe('connection.refusedTitle');
    const both = [{ state: 'refused' }, { state: 'waiting' }] as const;
    const notSent = { title: 'connection.bothTitle', note: 'connection.both' };
    expect(headWords(offline, both)).toEqual(notSent);
    expect(headWords(connected, both)).toEqual(notSent);
    expect(headWords(offline, [{ state: 'waiting' }])).toEqual({
      title: 'connection.title',
      note: 'connection.safe',
    });
    expect(headWords(connected, [{ state: 'waiting' }]).note).toBe('connection.safeConnected');
  });

  it('never stands that nothing waits, where the list does not come', () => {
    expect(headWords({ ...offline, waiting: 1 }, undefined).title).toBe('connection.title');
    expect(headWords({ ...offline, refused: 2 }, undefined).title).toBe('connection.refusedTitle');
    expect(headWords(connected, undefined)).toEqual({
      title: 'connection.emptyTitle',
      note: 'connection.empty',
    });
  });
});
