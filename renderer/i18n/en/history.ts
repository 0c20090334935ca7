export const history = {
  menu: 'Earlier versions',
  title: 'Earlier versions',
  texts: 'Versions, newest first',
  since: 'Current, since {when}',
  none: 'This message has no earlier versions that you can see.',
  partial: 'More appear once they have been fetched.',
  policy: 'Edit history',
  policyNote:
    'Anyone who can read a message can see its last ten versions. When this is off, no new versions are kept and earlier ones are hidden.',
  marks: 'Placeholders for deleted messages',
  marksNote:
    '“This message was deleted” appears where it was. When this is off, nothing is left of it, unless it has a thread.',
};
