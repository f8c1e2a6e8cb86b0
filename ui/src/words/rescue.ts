/** Data that could not be read: what happened, where the old ones lie, what took their place. */
import type { EngineEvent } from '../engine';
import { fr } from './typography';

type Rescued = Extract<EngineEvent, { kind: 'rescued' }>;

export function rescuedSentence(event: Rescued): string {
  return fr(event.where === 'browser' ? inBrowser(event.lost) : inProgram(event));
}

function inBrowser(lost: number): string {
  const happened =
    'Une partie des données gardées par ce navigateur était abîmée : elle a été mise de côté.';
  if (lost === 0) return `${happened} Tout votre travail a été retrouvé.`;
  return lost === 1
    ? `${happened} La dernière modification n’a pas pu être relue ; tout ce qui précède est là.`
    : `${happened} Les ${lost} dernières modifications n’ont pas pu être relues ; tout ce qui précède est là.`;
}

function inProgram({ aside, taken, madeAt }: Extract<Rescued, { where: 'program' }>): string {
  const happened =
    aside === null
      ? 'Le fichier de vos données a disparu.'
      : `Le fichier de vos données était abîmé : il a été mis de côté, tel quel (${aside}).`;
  switch (taken) {
    case 'file':
      return `${happened} Ce qui précède les toutes dernières modifications a été retrouvé.`;
    case 'copy':
      return `${happened} La copie de secours du ${minute(madeAt ?? '')} a pris sa place : ce que vous avez fait après n’y est pas.`;
    case 'base':
      return `${happened} Aucune copie de secours n’existait encore : vous repartez de la base école.`;
  }
}

/** `2026-11-24T10:32` as « 24/11/2026 à 10 h 32 ». */
function minute(text: string): string {
  const [, year, month, day, hour, minutes] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(text) ?? [];
  return year === undefined ? text : `${day}/${month}/${year} à ${hour} h ${minutes}`;
}
