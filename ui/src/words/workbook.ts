import type { Exported } from '../engine/types';
import { fr } from './typography';

export const work = 'Mon travail';
export const carry = 'Emporter mon travail';
export const elsewhere = 'Garder, continuer ailleurs, rendre';
export const carryHint =
  'Un classeur Excel avec toutes vos fiches, à reprendre sur un autre poste ou à rendre au formateur.';

export const preparing = 'Préparation du classeur…';
export const percent = (part: number) => fr(`${Math.floor(part * 100)} %`);

const hundredKilobytes = 100_000;
export function weight(bytes: number): string {
  const text =
    bytes < 10 * hundredKilobytes
      ? `${Math.ceil(bytes / 1000)} ko`
      : `${(Math.ceil(bytes / hundredKilobytes) / 10).toLocaleString('fr-FR')} Mo`;
  return text.replace(' ', '\u00a0');
}
export const saved = ({ name, bytes }: Exported) =>
  fr(`Classeur enregistré : ${name} (${weight(bytes)})`);
export const savingRefused =
  'Cette plateforme interdit d’enregistrer un fichier. Ouvrez la leçon dans sa propre fenêtre, ou demandez à votre formateur.';
export const keepCopy = 'Garder d’abord une copie de mon travail (classeur Excel)';

export const trainer = 'Pour le formateur';
export const trainerHint = fr(
  'Vos données deviennent une base école : un classeur à importer sur chaque poste, et auquel la remise à zéro revient.',
);
export const exportBase = 'Exporter comme base école';
export const exportAnswers = 'Exporter avec les anomalies';
export const answersHint =
  'Avec la feuille des anomalies semées et des actions attendues. À ne pas donner aux apprenants.';
export const ownBase = 'Base du formateur';
export const productBase = 'Base du produit';
export const whoseBase = 'Base';
