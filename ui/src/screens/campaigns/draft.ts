import type {
  CampaignPlan,
  Chosen,
  ContactMode,
  GateReason,
  MessageChannel,
  MessageText,
} from '../../engine';

/** A message as it is being written. */
export interface Written {
  channel: MessageChannel;
  offer: string;
  text: MessageText;
}

/** A campaign as it is being made. */
export interface Draft extends Written {
  name: string;
  /** The second wording. */
  other: MessageText | null;
  later: boolean;
  /** `2026-11-30T10:00`. */
  at: string;
  followUp: string;
  forced: GateReason[];
  withoutMention: boolean;
  /** Customers left out by hand. */
  but: string[];
}

export const blank: MessageText = { subject: '', body: '' };

/** Whom the campaign is for. */
export interface Who {
  /** What the choice is called. */
  label: string;
  chosen: Chosen;
  targeting: string | null;
}

/** An SMS has no subject, whatever was written for a mail. */
export function textFor(channel: MessageChannel, text: MessageText): MessageText {
  return channel === 'sms' ? { ...text, subject: '' } : text;
}

export function planOf(draft: Draft, who: Who, mode: ContactMode): CampaignPlan {
  return {
    name: draft.name.trim(),
    channel: draft.channel,
    offer: draft.offer || null,
    audience: { chosen: who.chosen, but: draft.but },
    targeting: who.targeting,
    text: textFor(draft.channel, draft.text),
    other: draft.other && textFor(draft.channel, draft.other),
    at: draft.later && draft.at ? draft.at : null,
    follow_up_on: draft.followUp || null,
    mode,
    forced: draft.forced,
    without_mention: draft.withoutMention,
  };
}

/** Puts a piece of text where the caret stands; gives the text and the new place of the caret. */
export function inserted(
  text: string,
  piece: string,
  from: number,
  until: number,
): [string, number] {
  return [text.slice(0, from) + piece + text.slice(until), from + piece.length];
}
