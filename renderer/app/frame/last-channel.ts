/** Where the person was last, for as long as the window lives. */
let last: string | null = null;

export const rememberChannel = (channelId: string): void => {
  last = channelId;
};
export const lastChannel = (): string | null => last;
