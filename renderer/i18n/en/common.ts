export const common = {
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  retry: 'Retry',
  discard: 'Discard',
  copyText: 'Copy text',
  copied: 'Copied.',
  remove: 'Remove {name}',
  you: 'you',
  youFirst: 'You',
  optional: 'optional',
  waiting: 'Waiting for the network',
};
