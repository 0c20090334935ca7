import type { Words } from '../words.ts';

export const search: Words['search'] = {
  title: 'بحث',
  everywhere: 'في كل مكان',
  label: 'ابحث في الرسائل',
  labelHere: 'ابحث في {place}',
  clear: 'مسح البحث',
  choices: 'تكملات',
  direct: 'رسالة مباشرة',
  to: 'إلى {name}',
  results: 'الرسائل التي عثر عليها',
  hints: 'تضييق البحث',
  noneTitle: 'لم يعثر على شيء',
  none: 'جرب كلمات أقل، أو بداية كلمة.',
  noneSyncing: 'ما زالت الرسائل الأقدم تجلب إلى هذا الحاسوب. حاول بعد قليل.',
  wider: 'البحث في كل مكان',
  away: 'ليست على هذا الحاسوب بعد',
  reach: {
    asking: 'يجري البحث في الخادم…',
    offline: 'أنت غير متصل: بحث فقط فيما هو على هذا الحاسوب.',
    unavailable: 'تعذر البحث في الخادم الآن: بحث فقط فيما هو على هذا الحاسوب.',
  },
  hint: {
    from: 'كتبها شخص ما',
    in: 'في قناة أو محادثة',
    before: 'قبل يوم',
    after: 'بعد يوم',
    on: 'في يوم أو شهر أو سنة',
    has: 'فيها رابط',
    phrase: 'هذه الكلمات بالضبط',
  },
  problem: {
    unknown_person: 'لا أحد اسمه “{word}”.',
    unknown_channel: 'لا توجد قناة اسمها “{word}”.',
    bad_date: '“{word}” ليس تاريخا. اكتبه مثل 2026-11-20.',
    unknown_filter: 'لا يوجد مرشح “{word}”؛ بحث عنه ككلمات.',
  },
};
