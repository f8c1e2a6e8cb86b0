import type { Entity } from '../engine/types';
import { formatCount, fr, plural } from './typography';

export const title = 'Fusionner des fiches';
export const hint = fr(
  'Choisissez la fiche qui reste, puis la valeur à garder pour chaque différence. Les valeurs écartées sont recopiées dans la note : rien ne se perd.',
);
export const kept = 'Fiche qui reste';
export const keep = (name: string) => fr(`Garder la fiche : ${name}`);
export const keepValue = (label: string, value: string) => fr(`${label} : garder ${value}`);
export const blank = '(vide)';
export const differences = 'Valeurs différentes';
export const noDifference = 'Les fiches ont les mêmes valeurs.';
export const moves = (name: string) => `Ce qui rejoint la fiche ${name}`;
export const nothingMoves = 'Rien à déplacer.';
export const sameVehicles = (count: number) =>
  plural(
    count,
    'véhicule présent des deux côtés n’en fera qu’un',
    'véhicules présents des deux côtés n’en feront qu’un',
  );
export const belongs = 'Rattachés';

const belongings: Partial<Record<Entity, [string, string]>> = {
  vehicle: ['véhicule', 'véhicules'],
  invoice: ['facture', 'factures'],
  activity: ['activité', 'activités'],
  lead: ['lead', 'leads'],
  agenda_entry: ['rendez-vous', 'rendez-vous'],
  contact: ['interlocuteur', 'interlocuteurs'],
  recipient: ['envoi de campagne', 'envois de campagne'],
  customer: ['filiale', 'filiales'],
};

export function counted(entity: Entity, count: number): string {
  const [one, many] = belongings[entity] ?? ['élément', 'éléments'];
  return plural(count, one, many);
}

export const merge = (count: number) => `Fusionner les ${formatCount(count)} fiches`;
export const cancel = 'Ne pas fusionner';
export const undoable = fr('La fusion s’annule en un geste, comme toute modification.');
