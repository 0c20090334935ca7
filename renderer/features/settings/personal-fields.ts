import type { PersonView } from '../../../shared/rpc/views.ts';

const MOST_SKILLS = 30;
const LONGEST_SKILL = 60;
/** A year that has a 29 February: birthdays have no year. */
const LEAP_YEAR = 2_024;

export const NO_PART = 'none';

/** What stands in the fields. */
export interface PersonalFields {
  pronouns: string;
  /** With commas between. */
  skills: string;
  /** `08`, or `none`. */
  month: string;
  /** `17`, or `none`. */
  day: string;
}

export const personalFields = ({ pronouns, skills, birthday }: PersonView): PersonalFields => ({
  pronouns,
  skills: skills.join(', '),
  month: birthday?.slice(0, 2) ?? NO_PART,
  day: birthday?.slice(3) ?? NO_PART,
});

/** Each once, in the order in which they were written; undefined where they are too many or too long. */
export function skillsOf(text: string): string[] | undefined {
  const each = text.split(/[,،;\n]/).map((skill) => skill.replaceAll(/\s+/g, ' ').trim());
  const skills = [...new Set(each)].filter((skill) => skill !== '');
  const fit = skills.length <= MOST_SKILLS && skills.every((one) => one.length <= LONGEST_SKILL);
  return fit ? skills : undefined;
}

/** Null for none; undefined where it is half a day, or no day of any year. */
export function birthdayOf({ month, day }: PersonalFields): string | null | undefined {
  if (month === NO_PART && day === NO_PART) return null;
  if (month === NO_PART || day === NO_PART) return undefined;
  return Number(day) <= daysOf(month) ? `${month}-${day}` : undefined;
}

/** How many days a month can have: 29 for February. */
export const daysOf = (month: string): number =>
  month === NO_PART ? 31 : new Date(LEAP_YEAR, Number(month), 0).getDate();

/** `01` to `31` */
export const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `17 August` in the reader's language. */
export function birthdayWords(birthday: string, locale: string): string {
  const [month, day] = birthday.split('-').map(Number);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(LEAP_YEAR, (month ?? 1) - 1, day),
  );
}
