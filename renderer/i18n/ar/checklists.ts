import type { Words } from '../words.ts';

export const checklists: Words['checklists'] = {
  checklist: 'قائمة تحقق',
  new: 'قائمة تحقق جديدة',
  make: 'إرسال القائمة',
  title: 'لأجل ماذا',
  items: 'البنود',
  item: 'البند {n}',
  newItem: 'بند جديد',
  add: 'إضافة بند',
  removeField: 'إزالة البند {n}',
  remove: 'إزالة «{text}»',
  done: 'أنجز {done} من {all}',
};
