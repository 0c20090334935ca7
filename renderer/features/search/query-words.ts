import type { Language } from '../../i18n/words.ts';

/** The filters of a search, by what they ask for. */
export const searchFilters = ['from', 'in', 'before', 'after', 'on', 'has'] as const;
export type SearchFilter = (typeof searchFilters)[number];
export type FilterNames = Readonly<Record<SearchFilter, string>>;

/** The words that a query may have, which the core reads; not sentences, and in two languages. */
export interface QueryWords {
  readonly filters: FilterNames;
  readonly link: string;
  readonly days: readonly string[];
}

const english: QueryWords = {
  filters: { from: 'from', in: 'in', before: 'before', after: 'after', on: 'on', has: 'has' },
  link: 'link',
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
  },
  link: 'tautan',
  days: ['hari ini', 'kemarin', 'minggu ini', 'minggu lalu', 'bulan ini'],
};

export const queryWords = (language: Language): QueryWords =>
  language === 'id' ? indonesian : english;
