import { fr, plural } from './typography';

export const title = 'Données';
export const holds = 'Ce que contient la base';
export const made = 'Base école';
export const day = 'Jour d’utilisation';
export const seed = 'Graine';
export const size = 'Fiches prévues';
export const madeFor = 'Cohérente au';
export const version = 'Version';
export const clients = 'Clients';
export const prospects = 'Prospects';
export const reset = 'Remettre à zéro';
export const resetTitle = 'Remettre les données à zéro\u00a0?';
export const resetHint =
  'La base école revient telle qu’au début. À faire au début d’une séance ou pour recommencer un exercice.';
export const resetLoses = (changes: number) =>
  changes === 0
    ? fr('Rien n’a été modifié depuis le début : la base restera la même.')
    : `${plural(changes, 'modification sera retirée', 'modifications seront retirées')}\u00a0: fiches créées, changements, factures, relances notées.`;
export const resetUndo =
  'Vous pourrez revenir en arrière avec «\u00a0Annuler\u00a0», tant que vous n’aurez rien fait d’autre.';
export const resetConfirm = 'Tout remettre à zéro';
export const cancel = 'Ne rien changer';
export const done = 'Ce qui a été fait';
export const doneHint =
  'La plus récente en haut. Ce qui est annulé reste visible et peut être rétabli.';
export const nothing = 'Rien n’a encore été modifié';
export const nothingHint = fr(
  'Chaque création, modification ou suppression s’inscrit ici : vous pourrez revenir à n’importe quel moment.',
);
export const undone = 'annulé';
export const undoTo = 'Annuler jusqu’ici';
export const redoTo = 'Rétablir jusqu’ici';
export const undoToFor = (what: string) => fr(`Annuler jusqu’ici : ${what}`);
export const redoToFor = (what: string) => fr(`Rétablir jusqu’ici : ${what}`);
export const when = 'Quand';
export const what = 'Quoi';
export const action = 'Action';
