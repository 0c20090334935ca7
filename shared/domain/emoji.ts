/**
 * The one right spelling of an emoji (RGI): without the sign that asks for the coloured form where
 * there is no other. Reactions are compared as texts, so two spellings would be two reactions.
 */
export const canonicalEmoji = (emoji: string): string =>
  emoji.replaceAll(/(\p{Emoji_Presentation})\u{fe0f}/gu, '$1');
