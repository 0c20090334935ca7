/** Emoji that the workspace makes itself. */
export const ownEmoji = {
  title: 'Emoji of the workspace',
  note: 'Everybody here can use them, written by their names between colons.',
  none: 'None yet. Make one of a small picture.',
  noneAsk: 'None yet. Administrators of this workspace make them.',
  add: 'Add an emoji',
  name: 'Name',
  nameHint: 'As it is written between colons: lowercase letters a to z, digits, dashes.',
  nameBad: 'Use 2 to 40 lowercase letters a to z, digits, dashes; begin with a letter or digit.',
  taken: 'An emoji has this name already. Choose another.',
  remove: 'Remove :{name}:',
  removeTitle: 'Remove :{name}: ?',
  removeNote: 'Where it was used, its name is left.',
  removeConfirm: 'Remove the emoji',
  policy: 'Everybody may make emoji',
  policyNote: 'Small pictures with a name. Where this is off, only administrators make them.',
  problem: {
    not_a_picture: 'This is not a picture. Choose a PNG, GIF, WebP or JPEG.',
    too_large: 'This picture is too large for an emoji. Choose one below 48 KB and 512 pixels.',
  },
};
