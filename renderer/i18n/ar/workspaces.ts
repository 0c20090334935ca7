import type { Words } from '../words.ts';

export const workspaces: Words['workspaces'] = {
  title: 'مساحات العمل',
  menu: '{name}: مساحات العمل',
  add: 'إضافة مساحة عمل',
  addNote: 'شركة أو فريق آخر على هذا الحاسوب: بنافذة ولون خاصين به، وببياناته وتسجيل دخوله الخاص.',
  open: 'فتح {name}',
  waiting:
    'فتح {name}: {count, plural, zero {لا إشارات} one {إشارة واحدة} two {إشارتان} few {# إشارات} many {# إشارة} other {# إشارة}}',
  ended: '{name}: انتهى حق الدخول',
  revoked: 'لم يعد لك وصول إلى {name}. حذفت نسختها من هذا الحاسوب.',
  others: 'مساحات عملك الأخرى',
  forget: 'إزالة {name} من القائمة',
  notice: '{title} · {workspace}',
};
