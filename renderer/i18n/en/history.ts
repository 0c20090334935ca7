export const history = {
  menu: 'Earlier texts',
  title: 'Edit history',
  texts: 'Texts, the newest first',
  since: 'Since {when}',
  none: 'This message has no earlier texts that you may see.',
  partial: 'More are shown once they have been fetched.',
  policy: 'Edit history',
  policyNote:
    'Whoever reads a message sees its last ten texts too. Switched off, none is kept from then on, and those that are there are not shown.',
  marks: 'Marks of deleted messages',
  marksNote:
    '“This message was deleted” stands where it was. Switched off, nothing does, but where a thread has begun.',
};
