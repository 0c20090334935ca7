import type { Words } from '../words.ts';

export const switcher: Words['switcher'] = {
  label: 'البحث عن أشخاص وقنوات ورسائل وأوامر',
  recent: 'الأخيرة',
  goTo: 'الانتقال إلى',
  messages: 'رسائل على هذا الحاسوب',
  do: 'تنفيذ',
  join: 'لم تنضم إليها',
  unread:
    '{n, plural, zero {لا شيء غير مقروء} one {واحدة غير مقروءة} two {اثنتان غير مقروءتين} few {# غير مقروءة} many {# غير مقروءة} other {# غير مقروءة}}',
  in: '{name} في {place}',
  timeThere: '{time} هناك',
  move: 'تنقل',
  open: 'فتح',
  allResults: 'كل الرسائل المطابقة',
  emptyTitle: 'لا شيء يطابق “{query}”',
  empty: 'جرب حروفا أقل، أو ابحث في كل الرسائل بالضغط على Ctrl وEnter.',
  someone: 'شخص ما',
  command: {
    pause: 'إيقاف الإشعارات مؤقتا لساعة واحدة',
    paused: 'لن يرن شيء لساعة واحدة.',
    endPause: 'إنهاء الإيقاف المؤقت',
    pauseEnded: 'عادت الإشعارات إلى الرنين.',
    theme: {
      light: 'السمة الفاتحة',
      dark: 'السمة الداكنة',
      contrast: 'سمة التباين العالي',
      system: 'السمة مثل النظام',
    },
  },
};
