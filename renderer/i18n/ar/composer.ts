import type { Words } from '../words.ts';

export const composer: Words['composer'] = {
  add: 'إضافة',
  placeholder: 'رسالة إلى {place}',
  choices: 'اقتراحات',
  notHere: 'ليس في هذه القناة',
  everybody: {
    channel: 'إخبار كل من في هذه القناة',
    here: 'إخبار كل النشطين هنا',
  },
  ringTitle:
    '{n, plural, zero {تنبيه أحد؟} one {تنبيه شخص واحد؟} two {تنبيه شخصين؟} few {تنبيه # أشخاص؟} many {تنبيه # شخصا؟} other {تنبيه # شخص؟}}',
  ringNote:
    'يصل التنبيه إليهم جميعا إن كانوا في وقت عملهم. اذكر من يعنيه الأمر وحده، أو أرسلها إن كانت تعنيهم كلهم.',
  ringBack: 'العودة إلى النص',
  ringSend:
    '{n, plural, zero {تنبيه} one {تنبيه شخص واحد} two {تنبيه شخصين} few {تنبيه # أشخاص} many {تنبيه # شخصا} other {تنبيه # شخص}}',
  formatting: 'التنسيق',
  mention: 'ذكر شخص',
  send: 'إرسال',
  left: '{n, plural, zero {لم يبق شيء} one {بقي حرف واحد} two {بقي حرفان} few {بقيت {count} أحرف} many {بقي {count} حرفا} other {بقي {count} حرف}}',
  tooLong:
    '{n, plural, zero {} one {أطول من المسموح بحرف} two {أطول من المسموح بحرفين} few {أطول من المسموح بـ # أحرف} many {أطول من المسموح بـ # حرفا} other {أطول من المسموح بـ # حرف}}',
  editLabel: 'تعديل الرسالة',
  editHint: 'Esc للإلغاء وEnter للحفظ',
  editHintShift: 'Esc للإلغاء، وShift مع Enter للحفظ',
  format: {
    bold: 'عريض',
    italic: 'مائل',
    strike: 'مشطوب',
    code: 'شفرة',
    block: 'كتلة شفرة',
    list: 'قائمة',
    numbers: 'قائمة مرقمة',
    quote: 'اقتباس',
  },
};
