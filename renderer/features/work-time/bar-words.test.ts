import { describe, expect, it } from 'vitest';
import type { OffView } from '../../../shared/rpc/views.ts';
import { formatFor } from '../../i18n/format.ts';
import { sayerFor } from '../../i18n/say.ts';
import { idOf, person } from '../../testing/messages.ts';
import { barWords, sendWords, wayWords } from './bar-words.ts';

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

describe('what happens to the message', () => {
  const dewi = person({
    ...{ id: idOf(1), displayName: 'Dewi', timeZone: 'Asia/Jakarta' },
    off: { reason: 'hours', until },
  });
  const choice = {
    ...{ off: [dewi], all: true, conversation: true, start: until, byHand: false },
  } as const;
  const t = sayerFor('en');
  const way = (change: object) =>
    wayWords({ ...choice, way: 'quiet', ...change }, t, format, FRIDAY, 'Asia/Makassar');
  const button = (change: object) =>
    sendWords({ ...choice, way: 'quiet', ...change }, t, format, FRIDAY);

  it('is told on both clocks, where they differ', () => {
    expect(way({ way: 'day_start' })).toBe('Your message is sent then, at 07:00 in Jakarta.');
    const near = { ...dewi, timeZone: 'Asia/Makassar' };
    expect(way({ way: 'day_start', off: [near] })).toBe('Your message is sent then.');
    expect(way({ way: 'day_start', off: [dewi, near] })).toContain('Monday, 08:00');
  });

  it('is told of each way', () => {
    expect(way({})).toBe('Your message is sent now, without notifying anyone.');
    expect(way({ all: false })).toContain('arrives quietly');
    expect(way({ way: 'urgent' })).toBe('Your message is sent now and notifies them.');
  });

  it('stands on the button, unless it sends as ever', () => {
    expect(button({ way: 'day_start' })).toBe('Send later: Monday, 08:00');
    expect(button({})).toBe('Send quietly');
    expect(button({ way: 'urgent' })).toBe('Send as urgent');
    expect(button({ conversation: false })).toBeNull();
    expect(button({ conversation: false, byHand: true })).toBe('Send quietly');
    expect(button({ way: 'urgent', off: [] })).toBeNull();
  });
});
