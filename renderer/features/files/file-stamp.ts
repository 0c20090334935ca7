const two = (value: number): string => String(value).padStart(2, '0');

/** A time as it may stand in the name of a file on any system, and sorts: `2026-11-25 17.41`. */
export const fileStamp = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}.${two(at.getMinutes())}`;
