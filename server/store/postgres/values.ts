type Scalar = string | number | boolean | null;
/** What a statement takes: a value, or an array of values of one type. */
export type Value = Scalar | readonly Scalar[];

/** Ids, scopes and kinds, which are nearly all that arrays hold, need no quotes. */
const plain = /^[\w:./-]+$/;
const isNull = /^null$/i;

/** PostgreSQL keeps no NUL in a text. JSON has none; a name that somebody typed may. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** An array in PostgreSQL's own form. The driver's costs four times as much, on long ones. */
function arrayOf(values: readonly Scalar[]): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: Scalar): string {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  if (plain.test(value) && !isNull.test(value)) return value;
  return `"${withoutNul(value).replace(/["\\]/g, '\\$&')}"`;
}

/** A value as the driver sends it. */
export const sent = (value: Value): Scalar => {
  if (typeof value === 'string') return withoutNul(value);
  return typeof value === 'object' && value !== null ? arrayOf(value) : value;
};
