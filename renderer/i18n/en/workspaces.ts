export const workspaces = {
  title: 'Workspaces',
  menu: '{name}: workspaces',
  add: 'Add a workspace',
  addNote:
    'Add another company or team on this computer. It gets its own window, colour, data and sign-in.',
  open: 'Open {name}',
  waiting: 'Open {name}: {count, plural, one {# mention} other {# mentions}}',
  ended: '{name}: you no longer have access',
  revoked: 'You no longer have access to {name}. Its copy on this computer was deleted.',
  others: 'Your other workspaces',
  forget: 'Remove {name} from the list',
  notice: '{title} · {workspace}',
};
