import type { Words } from '../words.ts';

export const seen: Words['seen'] = {
  one: 'شوهدت',
  byOne: 'شاهدها {first}',
  byTwo: 'شاهدها {first} و{second}',
  more: '{n, plural, zero {شاهدها {first} و{second}} one {شاهدها {first} و{second} وشخص آخر} two {شاهدها {first} و{second} وشخصان آخران} few {شاهدها {first} و{second} و# آخرون} many {شاهدها {first} و{second} و# آخرون} other {شاهدها {first} و{second} و# آخرون}}',
  all: 'شاهدها الجميع',
  who: 'من شاهدها',
  shared: 'يرى المشاركون هنا من قرأ.',
  policy: 'من قرأ',
  policyNote: 'يظهر ذلك تحت آخر رسالة لصاحبها، لمن هم هناك.',
  policyOn: 'يرى المشاركون في المحادثة من قرأ',
  channels: 'في القنوات',
  channelsNote: 'القنوات الأكبر لا تظهر من قرأ أبدا.',
  never: 'أبدا',
  upTo: '{n, plural, zero {بلا أعضاء} one {حتى عضو واحد} two {حتى عضوين} few {حتى # أعضاء} many {حتى # عضوا} other {حتى # عضو}}',
};
