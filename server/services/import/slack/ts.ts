/** Slack's `ts`: seconds since 1970 with up to six digits behind the point, unique in a channel. */
const TS = /^(\d{1,11})(?:\.(\d{1,6}))?$/;

/** Microseconds, which order as the texts do and are exact; undefined for anything else. */
export function microsOf(ts: string | undefined): number | undefined {
  const match = ts === undefined ? null : TS.exec(ts);
  if (match === null) return undefined;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}

export const msOf = (micros: number): number => Math.floor(micros / 1_000);
