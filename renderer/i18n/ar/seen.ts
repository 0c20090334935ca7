import type { Words } from '../words.ts';

export const seen: Words['seen'] = {
  one: 'شوهدت',
  some: '{n, plural, zero {لم يشاهدها أحد} one {شاهدها واحد} two {شاهدها اثنان} few {شاهدها #} many {شاهدها #} other {شاهدها #}}',
  all: 'شاهدها الجميع',
  who: 'من شاهدها',
  shared: 'يرى المشاركون هنا من قرأ.',
  policy: 'من قرأ',
  policyNote: 'في المحادثات بين شخصين وتسعة. القنوات لا تظهر من قرأ أبدا.',
  policyOn: 'يرى المشاركون في المحادثة من قرأ',
};
