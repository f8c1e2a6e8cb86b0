import { fr } from '../typography';

/** One stop of a guided tour: the thing on the screen that bears this accessible name, and what it is for. */
export interface Stop {
  named: string;
  text: string;
}

/** What a screen is for, how one works there, and its keys. */
export interface Topic {
  key: string;
  title: string;
  /** Addresses of the screen. */
  match: RegExp;
  purpose: string;
  steps: string[];
  /** Keys and what they do. */
  keys: [string, string][];
  tour: Stop[];
}

/** Puts the non-breaking spaces of French in all of it. */
export function french(topic: Topic): Topic {
  return {
    ...topic,
    title: fr(topic.title),
    purpose: fr(topic.purpose),
    steps: topic.steps.map(fr),
    keys: topic.keys.map(([key, what]) => [key, fr(what)]),
    tour: topic.tour.map(({ named, text }) => ({ named, text: fr(text) })),
  };
}
