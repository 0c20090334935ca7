export const history = {
  menu: 'Earlier texts',
  title: 'Edit history',
  texts: 'Texts, the newest first',
  since: 'Since {when}',
  none: 'This message has no earlier texts that you may see.',
  partial: 'More are shown once they have been fetched.',
  policy: 'Edit history',
  policyNote:
    'Whoever can read a message can see its last ten texts. When this is off, no new ones are kept and those that were kept are hidden.',
  marks: 'Marks of deleted messages',
  marksNote:
    '“This message was deleted” stands where it was. When this is off, nothing is left of it, unless it has a thread.',
};
