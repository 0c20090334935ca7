import type { Words } from '../words.ts';

export const polls: Words['polls'] = {
  poll: 'تصويت',
  new: 'تصويت جديد',
  make: 'بدء التصويت',
  question: 'السؤال',
  answers: 'الإجابات',
  answer: 'الإجابة {n}',
  addAnswer: 'إضافة إجابة',
  removeAnswer: 'إزالة الإجابة {n}',
  twice: 'هذه الإجابة موجودة.',
  several: 'يمكن اختيار أكثر من إجابة',
  anonymous: 'مجهول',
  anonymousNote: 'لا يرى أحد من اختار ماذا، ولا أنت.',
  closesAt: 'يغلق',
  closesHint: 'بلا وقت يبقى مفتوحا حتى تغلقه.',
  closesPast: 'اختر يوما ووقتا لم يمضيا.',
  chooseOne: 'اختر إجابة واحدة',
  chooseSeveral: 'اختر إجابة أو أكثر',
  isAnonymous: 'مجهول',
  optionVotes:
    '{option}، {n, plural, zero {لا أصوات} one {صوت واحد} two {صوتان} few {# أصوات} many {# صوتا} other {# صوت}}',
  optionVotesWho:
    '{option}، {n, plural, zero {لا أصوات} one {صوت واحد} two {صوتان} few {# أصوات} many {# صوتا} other {# صوت}}: {who}',
  share: '{count} ({percent})',
  voters:
    '{n, plural, zero {لم يصوت أحد بعد} one {صوت شخص واحد} two {صوت شخصان} few {صوت # أشخاص} many {صوت # شخصا} other {صوت # شخص}}',
  closes: 'يغلق {when}',
  closed: 'مغلق',
  close: 'إغلاق التصويت',
};
