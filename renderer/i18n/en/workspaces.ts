export const workspaces = {
  title: 'Workspaces',
  menu: '{name}: workspaces',
  add: 'Add a workspace',
  addNote:
    'Another company or team on this computer: in a window and a colour of its own, with its own data and its own sign-in.',
  open: 'Open {name}',
  waiting: 'Open {name}: {count, plural, one {# mention} other {# mentions}}',
  ended: '{name}: access was taken away',
  others: 'Your other workspaces',
  forget: 'Remove {name} from the list',
  notice: '{title} · {workspace}',
};
