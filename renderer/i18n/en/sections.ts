/** Sections of one's own in the sidebar. */
export const sections = {
  new: 'New section',
  create: 'Create section',
  rename: 'Rename section',
  name: 'Section name',
  note: 'Only you see your sections, and they are the same on all your devices.',
  menu: 'Section {name}',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove section',
  moveTitle: 'Move {name} to a section',
  choose: 'Section',
  none: 'No section',
  empty: 'Drag conversations here, or move them from their menu.',
};
