import type { Language } from '../../i18n/words.ts';

/** The filters of a search, by what they ask for. */
export const searchFilters = ['from', 'in', 'before', 'after', 'on', 'has', 'is'] as const;
export type SearchFilter = (typeof searchFilters)[number];
export type FilterNames = Readonly<Record<SearchFilter, string>>;

/** The words that a query may have, which the core reads; not sentences, and in two languages. */
export interface QueryWords {
  readonly filters: FilterNames;
  /** What a message may have. */
  readonly marks: readonly { readonly of: 'link' | 'file' | 'pin'; readonly word: string }[];
  /** What a message may be. */
  readonly saved: string;
  readonly days: readonly string[];
}

const english: QueryWords = {
  filters: {
    from: 'from',
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
  ],
  saved: 'saved',
  days: ['today', 'yesterday', 'this week', 'last week', 'this month'],
};

const indonesian: QueryWords = {
  filters: {
    from: 'dari',
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
  ],
  saved: 'disimpan',
  days: ['hari ini', 'kemarin', 'minggu ini', 'minggu lalu', 'bulan ini'],
};

export const queryWords = (language: Language): QueryWords =>
  language === 'id' ? indonesian : english;
