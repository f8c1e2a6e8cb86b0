import { plural } from './typography';

export const columns = 'Colonnes';
export const columnsHint = 'Choisir, masquer et déplacer les colonnes';
export const show = (label: string) => `Afficher ${label}`;
export const moveUp = (label: string) => `Monter ${label}`;
export const moveDown = (label: string) => `Descendre ${label}`;
export const resetColumns = 'Revenir aux colonnes du début';
export const columnMenu = (label: string) => `Menu de la colonne ${label}`;
export const sortUp = 'Trier en ordre croissant';
export const sortDown = 'Trier en ordre décroissant';
export const addUp = 'Ajouter au tri, croissant';
export const addDown = 'Ajouter au tri, décroissant';
export const noSort = 'Ne plus trier sur cette colonne';
export const moveLeft = 'Déplacer à gauche';
export const moveRight = 'Déplacer à droite';
export const wider = 'Élargir';
export const narrower = 'Rétrécir';
export const hide = 'Masquer la colonne';
export const selectRow = (label: string) => `Sélectionner ${label}`;
export const selectAll = 'Tout sélectionner';
export const selection = 'Sélection';
export const selected = (count: number) =>
  plural(count, 'ligne sélectionnée', 'lignes sélectionnées');
export const unselect = 'Désélectionner';
export const loadingRow = 'Chargement…';
export const sortRank = (rank: number) => `tri n° ${rank}`;
