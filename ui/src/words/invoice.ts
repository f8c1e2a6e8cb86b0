import { formatCount, fr } from './typography';

export const print = 'Imprimer';
export const back = 'Revenir à la fiche';
export const title = (number: string) => `Facture ${number}`;
export const kind = 'Type';
export const day = 'Date';
export const vehicle = 'Véhicule';
export const mileage = 'Kilométrage';
export const seller = 'Vendeur';
export const km = (count: number) => fr(`${formatCount(count)} km`);
export const net = 'Total HT';
export const vat = 'TVA';
export const gross = 'Total TTC';
export const noLine = 'Sans détail.';
export const exercise = fr('Document d’exercice, sans valeur : tout y est fictif.');
export const gone = 'Cette facture n’existe pas';
export const goneHint = fr('Elle a peut-être été supprimée. « Annuler » la ferait revenir.');
