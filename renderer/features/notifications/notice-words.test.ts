import { describe, expect, it } from 'vitest';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import { sayerFor } from '../../i18n/say.ts';
import { noticeAnswer, noticeWords } from './notice-words.ts';

const message: Extract<NoticeView, { type: 'message' }> = {
  ...{ type: 'message', id: 'c1', channelId: 'c1', rootId: null, messageId: 'm1', count: 1 },
  position: 7,
  urgent: false,
  ...{ author: 'Bagas Pratama', place: 'gudang', text: 'Kita **mulai**', people: {}, channels: {} },
};

describe('noticeWords', () => {
  const t = sayerFor('en');

  it('says who wrote where and what, without the marks of the text', () => {
    const words = noticeWords(message, t);
    expect(words).toMatchObject({ title: 'Bagas Pratama in gudang', body: 'Kita mulai' });
    expect(words.link).toContain('c1');
  });

  it('says how many there are of one conversation, with the last one’s words', () => {
    expect(noticeWords({ ...message, count: 3 }, t)).toMatchObject({
      ...{ title: '3 new messages in gudang', body: 'Bagas Pratama: Kita mulai' },
    });
    expect(noticeWords({ ...message, place: null, count: 3 }, t)).toMatchObject({
      ...{ title: '3 new messages from Bagas Pratama', body: 'Kita mulai' },
    });
  });

  it('says who and where without the words, where those are hidden', () => {
    const names = { ...message, text: null };
    expect(noticeWords(names, t)).toMatchObject({ title: 'Bagas Pratama in gudang', body: '' });
    expect(noticeWords({ ...names, count: 2 }, t)).toMatchObject({
      ...{ title: '2 new messages in gudang', body: 'Bagas Pratama' },
    });
  });

  it('can be answered where it says what it is about', () => {
    expect(noticeAnswer(message, t)).toEqual({
      ...{ channelId: 'c1', rootId: null, position: 7 },
      ...{ reply: 'Reply', read: 'Mark as read' },
    });
    expect(noticeAnswer({ ...message, text: null }, t)).not.toBeNull();
    expect(noticeAnswer({ ...message, author: null, text: null }, t)).toBeNull();
    expect(noticeAnswer({ type: 'many', id: 'many', messages: 9, places: 4 }, t)).toBeNull();
  });

  it('says of which workspace it comes, where there are several', () => {
    expect(noticeWords(message, t, 'Koperasi').title).toBe('Bagas Pratama in gudang · Koperasi');
    expect(noticeWords({ ...message, author: null, text: null }, t, 'Koperasi').title).toContain(
      ' · Koperasi',
    );
  });

  it('says which group it calls', () => {
    const id = '01990000-0000-7000-8000-000000000001';
    const called = { ...message, text: `<!group:${id}> mulai` };
    expect(noticeWords(called, t, null, [{ id, name: 'keuangan' }]).body).toBe('@keuangan mulai');
    expect(noticeWords(called, t).body).toBe('@someone mulai');
  });

  it('says first that a message is urgent', () => {
    expect(noticeWords({ ...message, urgent: true }, t).title).toBe(
      'Urgent: Bagas Pratama in gudang',
    );
  });

  it('says what it reminds of', () => {
    const { author, place, text, people, channels } = message;
    const reminder: NoticeView = {
      ...{ type: 'reminder', id: 'reminder/m1', channelId: 'c1', messageId: 'm1' },
      ...{ author, place, text, people, channels },
    };
    expect(noticeWords(reminder, t)).toMatchObject({
      ...{ title: 'Reminder: Bagas Pratama in gudang', body: 'Kita mulai' },
    });
    const hidden = { ...reminder, author: null, place: null, text: null };
    expect(noticeWords(hidden, t).title).toBe('Reminder about a saved message');
  });

  it('says nothing of a message that the company keeps off the screen', () => {
    const hidden = { ...message, author: null, place: null, text: null, count: 2 };
    expect(noticeWords(hidden, t)).toMatchObject({ title: '2 new messages', body: '' });
  });

  it('sums up what came while one was off', () => {
    const summary = {
      type: 'summary',
      id: 'summary',
      mentions: 3,
      messages: 12,
      places: 4,
    } as const;
    expect(noticeWords(summary, t)).toMatchObject({
      ...{ title: 'While you were off', body: '3 mentions, 12 messages in 4 conversations' },
    });
    expect(noticeWords({ ...summary, mentions: 0 }, t).body).toBe('12 messages in 4 conversations');
  });
});
