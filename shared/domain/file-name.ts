import { z } from 'zod';

/** Longest name of a file, in UTF-16 units. */
export const MAX_FILE_NAME = 255;

/**
 * What no name of a file may hold: what separates folders, what breaks a line or cannot be seen,
 * and what turns the direction of reading, by which `gpj.exe` is made to look like `exe.jpg`.
 */
const UNFIT = /[/\\\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const ALL_UNFIT = new RegExp(UNFIT, 'gu');
/** Half of a pair, which no file system and no JSON of another language takes. */
const TORN = /\p{Surrogate}/u;

const fits = (name: string): boolean =>
  name.trim() === name && !UNFIT.test(name) && !TORN.test(name) && !/^\.*$/.test(name);

/** A name for a file on any system, on one line; never a path. */
export const fileName = z.string().min(1).max(MAX_FILE_NAME).refine(fits, 'no name of a file');

/** The same name as `fileName` takes it; what is left of one that is nothing but dots is `fallback`. */
export function tidyFileName(name: string, fallback = 'file'): string {
  const clean = name.replaceAll(ALL_UNFIT, '_').replaceAll(new RegExp(TORN, 'gu'), '').trim();
  if (/^\.*$/.test(clean)) return fallback;
  if (clean.length <= MAX_FILE_NAME) return clean;
  const end = /\.[^.]{1,20}$/u.exec(clean)?.[0] ?? '';
  const kept = clean.slice(0, MAX_FILE_NAME - end.length).replace(/\p{Surrogate}$/u, '');
  return `${kept.trimEnd()}${end}`;
}

/**
 * What comes after the last dot, in lower case: `pdf`. Empty where there is none. Windows drops dots
 * and spaces behind it, and so does this.
 */
export const fileEnding = (name: string): string =>
  /\.([^.\s]{1,20})[\s.]*$/u.exec(name)?.[1]?.toLowerCase() ?? '';
