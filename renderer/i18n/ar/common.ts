import type { Words } from '../words.ts';

export const common: Words['common'] = {
  cancel: 'إلغاء',
  save: 'حفظ',
  close: 'إغلاق',
  retry: 'إعادة المحاولة',
  discard: 'تجاهل',
  copyText: 'نسخ النص',
  copied: 'تم النسخ.',
  remove: 'إزالة {name}',
  you: 'أنت',
  youFirst: 'أنت',
  // It begins with a mark of its own direction: the name may be Latin, the rest is not.
  youNamed: '\u200f{name} (أنت)',
  optional: 'اختياري',
  waiting: 'في انتظار الشبكة',
};
