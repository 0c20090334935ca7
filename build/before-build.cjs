'use strict';
// The programs are bundled, and their native modules lie in dist/main/native. `false` tells
// electron-builder to look for no node_modules, here or in the folders above, and to rebuild none.
module.exports = () => false;
