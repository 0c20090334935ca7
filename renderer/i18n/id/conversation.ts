export const conversation = {
  someone: 'seseorang',
  someChannel: 'sebuah saluran',
};
