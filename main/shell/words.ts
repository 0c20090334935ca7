/** The few words that the shell itself says; all others are the page's. */
export interface ShellWords {
  readonly about: string;
  readonly addWorkspace: string;
  readonly close: string;
  readonly copy: string;
  readonly cut: string;
  readonly edit: string;
  readonly file: string;
  readonly fullScreen: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly minimize: string;
  readonly open: string;
  readonly paste: string;
  readonly pasteAsText: string;
  readonly quit: string;
  readonly redo: string;
  readonly reload: string;
  readonly selectAll: string;
  readonly settings: string;
  readonly showAll: string;
  readonly undo: string;
  readonly unread: (count: number) => string;
  readonly view: string;
  readonly window: string;
  readonly workspaces: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
}

const en: ShellWords = {
  about: 'About Balai',
  addWorkspace: 'Add a workspace…',
  close: 'Close window',
  copy: 'Copy',
  cut: 'Cut',
  edit: 'Edit',
  file: 'File',
  fullScreen: 'Full screen',
  hide: 'Hide Balai',
  hideOthers: 'Hide others',
  minimize: 'Minimize',
  open: 'Open Balai',
  paste: 'Paste',
  pasteAsText: 'Paste as plain text',
  quit: 'Quit Balai',
  redo: 'Redo',
  reload: 'Reload',
  selectAll: 'Select all',
  settings: 'Settings',
  showAll: 'Show all',
  undo: 'Undo',
  unread: (count) => (count === 1 ? '1 mention' : `${count} mentions`),
  view: 'View',
  window: 'Window',
  workspaces: 'Workspaces',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
};

const id: ShellWords = {
  about: 'Tentang Balai',
  addWorkspace: 'Tambah ruang kerja…',
  close: 'Tutup jendela',
  copy: 'Salin',
  cut: 'Potong',
  edit: 'Edit',
  file: 'Berkas',
  fullScreen: 'Layar penuh',
  hide: 'Sembunyikan Balai',
  hideOthers: 'Sembunyikan yang lain',
  minimize: 'Kecilkan',
  open: 'Buka Balai',
  paste: 'Tempel',
  pasteAsText: 'Tempel sebagai teks biasa',
  quit: 'Keluar dari Balai',
  redo: 'Ulangi',
  reload: 'Muat ulang',
  selectAll: 'Pilih semua',
  settings: 'Pengaturan',
  showAll: 'Tampilkan semua',
  undo: 'Urungkan',
  unread: (count) => `${count} sebutan`,
  view: 'Tampilan',
  window: 'Jendela',
  workspaces: 'Ruang kerja',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  zoomReset: 'Ukuran sebenarnya',
};

/** @param locale as the system tells it: `id`, `id-ID`, `en-GB`; the old code `in` is Indonesian too */
export const wordsFor = (locale: string): ShellWords => (/^(id|in)\b/i.test(locale) ? id : en);
