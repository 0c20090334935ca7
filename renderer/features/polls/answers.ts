interface Answers {
  /** What is to be chosen from: fields that were left empty are none. */
  readonly texts: string[];
  /** Two at least. */
  readonly enough: boolean;
  /** The first field whose answer stands above it already. */
  readonly twice: number | null;
}

/** Reads the fields of a form for answers. */
export function answersOf(fields: readonly string[]): Answers {
  const tidy = fields.map((text) => text.trim());
  const texts = tidy.filter((text) => text !== '');
  const twice = tidy.findIndex((text, index) => text !== '' && tidy.indexOf(text) < index);
  return { texts, enough: texts.length > 1, twice: twice < 0 ? null : twice };
}
