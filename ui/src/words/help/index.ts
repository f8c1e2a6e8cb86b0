import { daily, everywhere } from './daily';
import { dialogue } from './dialogue';
import { analysis } from './quality';
import type { Topic } from './topic';

export { everywhere };
export type { Topic };

export const topics: Topic[] = [...daily, ...dialogue, ...analysis];

/** The topic of the screen at this address, else what is true everywhere. */
export function topicAt(address: string): Topic {
  return topics.find(({ match }) => match.test(address)) ?? everywhere;
}

export const help = 'Aide';
export const helpHere = 'Aide de cet écran (F1)';
export const all = 'Toute l’aide';
export const purpose = 'À quoi sert cet écran';
export const how = 'Comment faire';
export const keys = 'Au clavier';
export const startTour = 'Visite guidée';
export const tourNext = 'Suivant';
export const tourBack = 'Précédent';
export const tourDone = 'Terminer';
export const tourProgress = '{{current}} sur {{total}}';
export const tourClose = 'Quitter la visite';
export const close = 'Fermer l’aide';
export const contents = 'Sommaire de l’aide';
