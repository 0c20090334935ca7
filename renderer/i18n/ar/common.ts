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
  youNamed: '{name} (أنت)',
  optional: 'اختياري',
  waiting: 'في انتظار الشبكة',
};
