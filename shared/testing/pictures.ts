/** A PNG of 2 x 3 pixels, in base64. */
export const aPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4UKEBRAwoFABnNQlhZd3G5gAAAABJRU5ErkJggg==';

/** A GIF of one pixel, in base64. */
export const aGif = 'R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=';
