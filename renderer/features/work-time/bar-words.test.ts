import { describe, expect, it } from 'vitest';
import type { OffView } from '../../../shared/rpc/views.ts';
import { formatFor } from '../../i18n/format.ts';
import { sayerFor } from '../../i18n/say.ts';
import { idOf, person } from '../../testing/messages.ts';
import { barWords } from './bar-words.ts';

const FRIDAY = Date.parse('2026-11-20T19:42:00+08:00');
const until = Date.parse('2026-11-23T08:00:00+08:00');
const format = formatFor('en-GB', 'Asia/Makassar');
const who = (displayName: string, off: OffView | null) => person({ id: idOf(1), displayName, off });
const say = (...people: ReturnType<typeof who>[]) =>
  barWords(people, sayerFor('en'), format, FRIDAY);

describe('barWords', () => {
  it('says who is off, and until when', () => {
    expect(say(who('Dewi', { reason: 'hours', until }))).toBe('Dewi is off until Monday, 08:00.');
    expect(say(who('Dewi', { reason: 'absent', until }))).toContain('Dewi is away until Monday');
    expect(say(who('Dewi', { reason: 'hours', until: null }))).toBe('Dewi is off.');
  });

  it('says several in one sentence, and nothing of nobody', () => {
    const off = { reason: 'hours', until } as const;
    expect(say(who('Dewi', off), who('Tom', off))).toBe('Dewi and Tom are off.');
    expect(say()).toBe('');
  });
});
