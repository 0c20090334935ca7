/** Sections of one's own in the sidebar. */
export const sections = {
  new: 'New section',
  rename: 'Rename the section',
  name: 'Name of the section',
  note: 'Sections are your own: nobody else sees them, and they are the same on all your devices.',
  menu: 'Section {name}',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove the section',
  moveTitle: 'Where does {name} belong?',
  choose: 'Section',
  none: 'No section of its own',
  empty: 'Move conversations here by their menu, or drag them.',
};
