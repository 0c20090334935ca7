import type { Language } from '../../i18n/words.ts';

/** The filters of a search, by what they ask for. */
export const searchFilters = ['from', 'to', 'in', 'before', 'after', 'on', 'has', 'is'] as const;
export type SearchFilter = (typeof searchFilters)[number];
export type FilterNames = Readonly<Record<SearchFilter, string>>;

/** The words that a query may have, which the core reads; not sentences, and in two languages. */
export interface QueryWords {
  readonly filters: FilterNames;
  /** What a message may have. */
  readonly marks: readonly {
    readonly of: 'link' | 'file' | 'pin' | 'poll' | 'task';
    readonly word: string;
  }[];
  /** What a message may be. */
  readonly states: readonly { readonly of: 'saved' | 'unread' | 'thread'; readonly word: string }[];
  readonly days: readonly string[];
}

const english: QueryWords = {
  filters: {
    from: 'from',
    to: 'to',
    in: 'in',
    before: 'before',
    after: 'after',
    on: 'on',
    has: 'has',
    is: 'is',
  },
  marks: [
    { of: 'link', word: 'link' },
    { of: 'file', word: 'file' },
    { of: 'pin', word: 'pin' },
    { of: 'poll', word: 'poll' },
    { of: 'task', word: 'task' },
  ],
  states: [
    { of: 'saved', word: 'saved' },
    { of: 'unread', word: 'unread' },
    { of: 'thread', word: 'thread' },
  ],
  days: ['today', 'yesterday', 'this week', 'last week', 'this month'],
};

const indonesian: QueryWords = {
  filters: {
    from: 'dari',
    to: 'kepada',
    in: 'di',
    before: 'sebelum',
    after: 'sesudah',
    on: 'pada',
    has: 'ada',
    is: 'yang',
  },
  marks: [
    { of: 'link', word: 'tautan' },
    { of: 'file', word: 'berkas' },
    { of: 'pin', word: 'sematan' },
    { of: 'poll', word: 'polling' },
    { of: 'task', word: 'tugas' },
  ],
  states: [
    { of: 'saved', word: 'disimpan' },
    { of: 'unread', word: 'baru' },
    { of: 'thread', word: 'utas' },
  ],
  days: ['hari ini', 'kemarin', 'minggu ini', 'minggu lalu', 'bulan ini'],
};

export const queryWords = (language: Language): QueryWords =>
  language === 'id' ? indonesian : english;
