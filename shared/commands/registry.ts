import type { z } from 'zod';
import { activitySee } from './activity-see.ts';
import { channelArchive } from './channel-archive.ts';
import { channelCreate } from './channel-create.ts';
import { channelInvite } from './channel-invite.ts';
import { channelJoin } from './channel-join.ts';
import { channelLeave } from './channel-leave.ts';
import { channelRemove } from './channel-remove.ts';
import { channelUpdate } from './channel-update.ts';
import { checklistSet } from './checklist-set.ts';
import { checklistTick } from './checklist-tick.ts';
import type { AnySpec } from './command.ts';
import { conversationOpen } from './conversation-open.ts';
import { draftSet } from './draft-set.ts';
import { emojiAdd } from './emoji-add.ts';
import { emojiRemove } from './emoji-remove.ts';
import { followRead } from './follow-read.ts';
import { followSet } from './follow-set.ts';
import { groupRemove } from './group-remove.ts';
import { groupSet } from './group-set.ts';
import { markerSet } from './marker-set.ts';
import { membershipSet } from './membership-set.ts';
import { messageDelete } from './message-delete.ts';
import { messageEdit } from './message-edit.ts';
import { messageForward } from './message-forward.ts';
import { messageSend } from './message-send.ts';
import { pinAdd, pinRemove } from './pin.ts';
import { previewRemove } from './preview-remove.ts';
import { pollClose } from './poll-close.ts';
import { pollVote } from './poll-vote.ts';
import { profileSet } from './profile-set.ts';
import { reactionAdd, reactionRemove } from './reaction.ts';
import { reminderClaim } from './reminder-claim.ts';
import { reminderTold } from './reminder-told.ts';
import { scheduledAdd } from './scheduled-add.ts';
import { scheduledRemove } from './scheduled-remove.ts';
import { scheduledSend } from './scheduled-send.ts';
import { scheduledSet } from './scheduled-set.ts';
import { savedSet } from './saved-set.ts';
import { sectionRemove } from './section-remove.ts';
import { sectionSet } from './section-set.ts';
import { seenSet } from './seen-set.ts';
import { taskAdd } from './task-add.ts';
import { taskRemove } from './task-remove.ts';
import { taskSet } from './task-set.ts';
import { workspaceSet } from './workspace-set.ts';

const all = [
  activitySee,
  channelArchive,
  channelCreate,
  channelInvite,
  channelJoin,
  channelLeave,
  channelRemove,
  channelUpdate,
  checklistSet,
  checklistTick,
  conversationOpen,
  draftSet,
  emojiAdd,
  emojiRemove,
  followRead,
  followSet,
  groupRemove,
  groupSet,
  markerSet,
  membershipSet,
  messageDelete,
  messageEdit,
  messageForward,
  messageSend,
  pinAdd,
  pinRemove,
  previewRemove,
  pollClose,
  pollVote,
  profileSet,
  reactionAdd,
  reactionRemove,
  reminderClaim,
  reminderTold,
  scheduledAdd,
  scheduledRemove,
  scheduledSend,
  scheduledSet,
  savedSet,
  sectionRemove,
  sectionSet,
  seenSet,
  taskAdd,
  taskRemove,
  taskSet,
  workspaceSet,
] as const;

type Spec = (typeof all)[number];
export type CommandName = Spec['name'];

/** What each command takes: `ArgsOf<'message.send'>`. */
export type ArgsOf<N extends CommandName> = z.infer<Extract<Spec, { name: N }>['args']>;

export const commands: ReadonlyMap<string, AnySpec> = new Map(
  all.map((spec) => [spec.name, spec as unknown as AnySpec]),
);
