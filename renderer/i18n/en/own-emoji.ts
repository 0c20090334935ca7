/** Emoji that the workspace makes itself. */
export const ownEmoji = {
  title: 'Workspace emoji',
  note: 'Everyone can use them by typing their name between colons.',
  none: 'None yet. Make one from a small picture.',
  noneAsk: 'None yet. Administrators can add them.',
  add: 'Add an emoji',
  create: 'Add emoji',
  name: 'Name',
  nameHint: 'Typed between colons: lowercase letters a to z, digits and dashes.',
  nameBad: 'Use 2 to 40 lowercase letters a to z, digits and dashes. Start with a letter or digit.',
  taken: 'An emoji with this name already exists. Choose another one.',
  remove: 'Remove :{name}:',
  removeTitle: 'Remove :{name}: ?',
  removeNote: 'Where it was used, only its name remains.',
  removeConfirm: 'Remove emoji',
  policy: 'Everyone can add emoji',
  policyNote: 'Small pictures with a name. When this is off, only administrators can add them.',
  problem: {
    not_a_picture: 'This is not a picture. Choose a PNG, GIF, WebP or JPEG.',
    too_large: 'This picture is too large for an emoji. Choose one under 48 KB and 512 pixels.',
  },
};
