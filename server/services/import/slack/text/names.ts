/** What a text's references lead to. */
export interface SlackNames {
  /** The id here of somebody in the export. */
  userId(slackId: string): string | undefined;
  userName(slackId: string): string | undefined;
  channelId(slackId: string): string | undefined;
  channelName(slackId: string): string | undefined;
}
