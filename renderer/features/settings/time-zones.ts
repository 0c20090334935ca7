/** `Asia/Jakarta` as `Jakarta`; `America/Argentina/Ushuaia` as `Ushuaia`. */
export const cityOf = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** `GMT+7` */
function offsetOf(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** `Jakarta (GMT+7)`; as it is for one that this computer does not know. */
export const timeZoneLabel = (timeZone: string, locale: string): string =>
  isTimeZone(timeZone) ? `${cityOf(timeZone)} (${offsetOf(timeZone, locale)})` : timeZone;

/** Every time zone that the computer knows, by city, and the given one also where it does not. */
export function timeZoneOptions(
  present: string,
  locale: string,
): { value: string; label: string }[] {
  const zones = new Set(Intl.supportedValuesOf('timeZone'));
  if (isTimeZone(present)) zones.add(present);
  return [...zones]
    .map((value) => ({ value, label: timeZoneLabel(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** Names that were found good: every person that is drawn asks. */
const known = new Set<string>();

/** Whether a name from elsewhere can be used with `Intl`. */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: name }).resolvedOptions();
    known.add(name);
    return true;
  } catch {
    return false;
  }
}

/** A person's time zone where it can be used; undefined for one that this computer does not know. */
export const safeTimeZone = (name: string): string | undefined =>
  name !== '' && isTimeZone(name) ? name : undefined;

let own = { name: '', askedAt: Number.NEGATIVE_INFINITY };
const ASK_AGAIN_MS = 10_000;

/** The time zone of this computer. Who travels sees the new one a few seconds later. */
export function ownTimeZone(now = performance.now()): string {
  if (now - own.askedAt >= ASK_AGAIN_MS) {
    own = { name: new Intl.DateTimeFormat().resolvedOptions().timeZone, askedAt: now };
  }
  return own.name;
}
