/**
 * What react-aria reads out, which has no Indonesian of its own. By its packages; a key that is
 * missing is said in English. The build puts them in (see aria-words-plugin.ts).
 */
export const ariaWords: Readonly<
  Record<string, Readonly<Record<string, string | ((args: Record<string, string>) => string)>>>
> = {
  datepicker: {
    era: 'era',
    year: 'tahun',
    month: 'bulan',
    day: 'tanggal',
    hour: 'jam',
    minute: 'menit',
    second: 'detik',
    dayPeriod: 'AM/PM',
    calendar: 'Kalender',
    startDate: 'Tanggal mulai',
    endDate: 'Tanggal akhir',
    weekday: 'hari',
    timeZoneName: 'zona waktu',
    selectedDateDescription: ({ date }) => `Tanggal terpilih: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) =>
      `Rentang terpilih: ${startDate} sampai ${endDate}`,
    selectedTimeDescription: ({ time }) => `Waktu terpilih: ${time}`,
  },
  spinbutton: { Empty: 'Kosong' },
  overlays: { dismiss: 'Tutup' },
  searchfield: { 'Clear search': 'Kosongkan pencarian' },
  menu: { longPressMessage: 'Tekan lama atau tekan Alt + Panah Bawah untuk membuka menu' },
  'react-aria-components': { selectPlaceholder: 'Pilih salah satu' },
};
