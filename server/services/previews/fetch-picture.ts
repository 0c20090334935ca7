import { askOutside, beginning, type Internet } from './ask-outside.ts';

/** A larger one is not taken, bytes. */
export const MAX_PICTURE_BYTES = 4 * 1_024 * 1_024;

/**
 * The bytes of a page's picture, whatever they are: what a stranger's server says of them counts
 * for nothing. Undefined: there are none, too many, or they are not of the internet. Fails where
 * nothing answers.
 */
export const fetchPicture = (
  link: string,
  internet: Internet,
  signal: AbortSignal,
): Promise<Buffer | undefined> =>
  askOutside(link, { internet, wanted: 'picture', signal }, async ({ body }) => {
    const { bytes, whole } = await beginning(body, MAX_PICTURE_BYTES, signal);
    return whole && bytes.length > 0 ? bytes : undefined;
  });
