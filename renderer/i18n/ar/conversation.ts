export const conversation = {
  someone: 'شخص ما',
  someChannel: 'قناة',
};
