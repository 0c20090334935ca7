/** A reaction is the emoji itself, or the name of one that the workspace made: `:balai-party:`. */
export const emojiOf = (reaction: string): string =>
  /^[\w+-]+$/.test(reaction) && !/^\d$/.test(reaction) ? `:${reaction}:` : reaction;
