import type { Words } from '../words.ts';

export const previews: Words['previews'] = {
  remove: 'إزالة المعاينة',
  policy: 'معاينة الروابط',
  policyNote:
    'يسأل الخادم الصفحة التي ترتبط بها الرسالة ويعرض تحتها عنوانها وصورة صغيرة لها. لا تعرف الصفحة شيئا عن حاسوب أي شخص. تبقى المعاينات الموجودة حتى تزال.',
};
