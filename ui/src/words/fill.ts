import type { Entity } from '../engine/types';
import { countOf } from './lists';
import { formatCount, fr, plural } from './typography';

export const title = (label: string) => fr(`Compléter : ${label}`);
export const place = (number: number, all: number) =>
  `${formatCount(number)} sur ${formatCount(all)}`;
export const filled = (count: number) => plural(count, 'valeur remplie', 'valeurs remplies');
export const passed = (count: number) => plural(count, 'passée', 'passées');
export const keys = fr(
  'Entrée : enregistrer et suivant · Entrée sur une case vide : passer · Échap : arrêter',
);
export const save = 'Enregistrer et suivant';
export const pass = 'Passer';
export const before = 'Précédente';
export const stop = 'Arrêter';
export const saved = (label: string) => fr(`Rempli : ${label}`);
export const open = (label: string) => fr(`Ouvrir la fiche : ${label}`);
export const known = 'Ce que l’on sait déjà';
export const doneTitle = 'C’est fini';
export const noneTitle = 'Tout est rempli';
export const none = (label: string) => fr(`Aucune ligne n’attend plus « ${label} ».`);
export const doneHint = (count: number, entity: Entity, all: number) =>
  fr(`${filled(count)} sur ${countOf(entity, all)}.`);
export const capped = (count: number) =>
  fr(`Les ${formatCount(count)} premières ; les suivantes viendront après.`);
export const back = 'Revenir';
export const wrong = 'Ce champ ne se remplit pas à la main.';
