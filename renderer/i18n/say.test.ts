import { describe, expect, it } from 'vitest';
import { sayRefusal } from './failure-words.ts';
import { chooseLanguage, chooseLocale } from './language.ts';
import { pseudo } from './pseudo.ts';
import { sayerFor } from './say.ts';

describe('a sayer', () => {
  it('counts as its language does', () => {
    expect(sayerFor('en')('sidebar.unreadCount', { n: 1 })).toBe('1 unread message');
    expect(sayerFor('en')('sidebar.unreadCount', { n: 1_204 })).toBe('1,204 unread messages');
    expect(sayerFor('id')('sidebar.unreadCount', { n: 1_204 })).toBe('1.204 pesan belum dibaca');
    expect(sayerFor('ar')('sidebar.unreadCount', { n: 2 })).toBe('رسالتان غير مقروءتين');
  });

  it('writes numbers as the dates beside them are written', () => {
    expect(sayerFor('ar', 'ar-EG')('conversation.replies', { n: 6 })).toContain('٦');
    expect(sayerFor('ar', 'ar-AE')('conversation.replies', { n: 6 })).toContain('6');
    expect(sayerFor('en', 'en-IN')('sidebar.unreadCount', { n: 120_400 })).toContain('1,20,400');
  });

  it('gives a name its own direction where the sentence reads from right to left', () => {
    expect(sayerFor('ar')('channels.archiveTitle', { name: '#gudang' })).toContain('⁨#gudang⁩');
    expect(sayerFor('en')('channels.archiveTitle', { name: '#gudang' })).toBe('Archive #gudang?');
  });

  it('shows a refusal of a newer relay as one that could not be accepted', () => {
    const say = sayerFor('en');
    expect(sayRefusal(say, 'of_next_year')).toEqual(sayRefusal(say, 'invalid'));
    expect(sayRefusal(say, 'archived').what).toBe('The channel has been archived.');
  });
});

describe('the pseudo language', () => {
  it('is longer, accented and in brackets', () => {
    expect(pseudo('Save')).toBe('[Šááṽéé]');
  });

  it('leaves arguments whole, and accents the words in their branches', () => {
    expect(pseudo('{n, plural, one {# day} other {# days}}')).toContain(
      '{n, plural, one {# ðááýý} other {# ðááýýš}}',
    );
    expect(sayerFor('pseudo')('sidebar.fold', { section: 'Starred' })).toContain('Starred');
  });
});

describe('the language', () => {
  it('is the chosen one, else the first of the system that Balai speaks, else English', () => {
    expect(chooseLanguage('ar', ['id-ID'])).toBe('ar');
    expect(chooseLanguage('system', ['jv-ID', 'id-ID', 'en-US'])).toBe('id');
    expect(chooseLanguage('system', ['ja-JP'])).toBe('en');
  });

  it('keeps the system’s own form of it for dates and numbers', () => {
    expect(chooseLocale('en', ['en-US', 'id-ID'])).toBe('en-US');
    expect(chooseLocale('en', ['id-ID'])).toBe('en-GB');
    expect(chooseLocale('id', ['en-US'])).toBe('id-ID');
  });

  it('has one kind of digits, in its sentences and beside them', () => {
    const egyptian = chooseLocale('ar', ['ar-EG']);
    expect(egyptian).toMatch(/^ar-EG/);
    for (const locale of [egyptian, chooseLocale('ar', [])]) {
      expect(new Intl.NumberFormat(locale).format(9)).toBe('9');
    }
  });
});
