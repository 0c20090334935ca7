import type { Words } from '../words.ts';

export const sections: Words['sections'] = {
  new: 'قسم جديد',
  create: 'إنشاء القسم',
  rename: 'تغيير اسم القسم',
  name: 'اسم القسم',
  note: 'الأقسام لك وحدك: لا يراها غيرك، وهي نفسها على كل أجهزتك.',
  menu: 'القسم {name}',
  up: 'نقل إلى أعلى',
  down: 'نقل إلى أسفل',
  remove: 'حذف القسم',
  moveTitle: 'نقل {name} إلى قسم',
  choose: 'القسم',
  none: 'بلا قسم',
  empty: 'انقل المحادثات إلى هنا من قائمتها أو بالسحب.',
};
