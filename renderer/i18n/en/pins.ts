export const pins = {
  title: 'Pinned messages',
  button: '{n, plural, =0 {Pinned messages} one {# pinned message} other {# pinned messages}}',
  pin: 'Pin to this conversation',
  unpin: 'Unpin',
  pinnedBy: 'Pinned by {who}',
  by: 'Pinned by {who}, {when}',
  none: 'Nothing is pinned here yet',
  noneNote:
    'Pin what everyone here should find again: open a message’s menu and choose “Pin to this conversation”.',
  away: 'This message is not on this computer yet. It is fetched when you are connected.',
  partial: 'There may be more: older messages are still being fetched.',
};
