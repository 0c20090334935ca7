export const checklists = {
  checklist: 'Checklist',
  new: 'New checklist',
  make: 'Send the checklist',
  title: 'What it is for',
  items: 'Lines',
  item: 'Line {n}',
  newItem: 'New line',
  add: 'Add a line',
  removeField: 'Remove line {n}',
  remove: 'Remove “{text}”',
  done: '{done} of {all} done',
};
