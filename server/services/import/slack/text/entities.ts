/** Slack writes these three so, also in code. https://api.slack.com/reference/surfaces/formatting */
export const decodeEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
