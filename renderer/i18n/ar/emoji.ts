import type { Words } from '../words.ts';

export const emoji: Words['emoji'] = {
  title: 'رموز تعبيرية',
  search: 'ابحث عن رمز تعبيري',
  grid: 'رموز تعبيرية',
  nothing: 'لا يوجد رمز تعبيري بهذا الاسم.',
  tone: 'لون البشرة',
  tones: {
    none: 'بدون',
    light: 'فاتح',
    mediumLight: 'فاتح متوسط',
    medium: 'متوسط',
    mediumDark: 'داكن متوسط',
    dark: 'داكن',
  },
  group: {
    frequent: 'الأكثر استخداما',
    workspace: 'خاصة بمساحة العمل',
    found: 'النتائج',
    smileys: 'وجوه ومشاعر',
    people: 'أشخاص',
    nature: 'حيوانات وطبيعة',
    food: 'طعام وشراب',
    travel: 'سفر وأماكن',
    activities: 'أنشطة',
    objects: 'أشياء',
    symbols: 'علامات',
    flags: 'أعلام',
  },
};
