export const checklists = {
  checklist: 'Checklist',
  new: 'New checklist',
  make: 'Send checklist',
  title: 'Title',
  items: 'Items',
  item: 'Item {n}',
  newItem: 'New item',
  add: 'Add an item',
  removeField: 'Remove item {n}',
  remove: 'Remove “{text}”',
  done: '{done} of {all} done',
};
