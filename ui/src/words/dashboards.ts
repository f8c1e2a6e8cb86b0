import type { Chart, DateStep, Entity, Measure, Order, Period, TileProblem } from '../engine/types';
import { formatDate } from './format';
import { targetProblemSentence } from './target-problems';
import { notApplied } from './tileTargets';
import { fr, plural } from './typography';

export const title = 'Tableaux de bord';
export const boards = 'Tableaux';
export const newBoard = 'Nouveau tableau';
export const boardActions = 'Actions sur le tableau';
export const tileActions = (tile: string) => fr(`Actions sur la tuile « ${tile} »`);

export const period = 'Période';
export const site = 'Concession';
export const allSites = 'Toutes les concessions';
export const from = 'Du';
export const to = 'au';
export const periods: Record<Period, string> = {
  twelve_months: 'Douze derniers mois',
  this_month: 'Ce mois-ci',
  last_month: 'Le mois dernier',
  this_quarter: 'Ce trimestre',
  this_year: 'Cette année',
  last_year: 'L’année dernière',
  all: 'Tout l’historique',
  custom: 'Dates choisies',
};
/** In the order of the choice. */
export const periodOrder: Period[] = [
  'twelve_months',
  'this_month',
  'last_month',
  'this_quarter',
  'this_year',
  'last_year',
  'all',
  'custom',
];
export const badPeriod = fr(
  'Dates à corriger : la fin vient après le début, écrites ainsi, 23/11/2026.',
);

export const addTile = 'Tuile';
export const addTileHint = 'Ajouter une tuile au tableau';
export const lock = 'Verrouiller le tableau';
export const unlock = 'Déverrouiller le tableau';
export const lockHint = 'Retient aussi la période et la concession choisies';
export const locked = 'Verrouillé';
export const lockedHint = fr('Ce tableau est verrouillé : les tuiles ne bougent pas.');
export const rename = 'Renommer…';
export const renameTitle = 'Renommer le tableau';
export const duplicate = 'Dupliquer';
export const reset = (template: string) => fr(`Remettre le modèle « ${template} »`);
export const remove = 'Supprimer le tableau';
export const boardName = 'Nom du tableau';
export const create = 'Créer le tableau';
export const save = 'Enregistrer';
export const cancel = 'Annuler';
export const fromScratch = 'Vide';
export const fromScratchHint = 'Vous choisissez chaque tuile.';
export const startFrom = 'Partir de';
export const copyOf = (name: string, number: number) =>
  `Copie ${number === 1 ? '' : `${number} `}de ${name}`.slice(0, 120);
export const nameTaken = 'Un autre tableau porte ce nom, ou le nom est vide.';
export const tilesCount = (count: number) => plural(count, 'tuile', 'tuiles');

export const noBoard = 'Aucun tableau de bord';
export const noBoardHint = fr(
  'Un tableau réunit des tuiles : chacune compte quelque chose et mène aux fiches qu’elle compte. Partez d’un modèle ou d’un tableau vide.',
);
export const emptyBoard = 'Ce tableau est vide';
export const emptyBoardHint = fr(
  'Ajoutez une tuile toute prête, comme « CA par client », ou composez la vôtre.',
);
export const emptyTile = 'Rien à compter ici';
export const emptyTileHint = 'Essayez une autre période ou une autre concession.';
export const unknownBoard = 'Ce tableau n’existe pas ou n’existe plus.';

export const gallery = 'Ajouter une tuile';
export const searchTiles = 'Chercher une tuile';
export const noReady = (text: string) =>
  fr(`Aucune tuile toute prête ne correspond à « ${text} ».`);
export const ownTile = 'Composer ma tuile';
export const ownTileHint = 'Choisir quoi compter, par quoi, et comment le montrer.';
export const put = (tile: string) => fr(`Ajouter « ${tile} »`);

export const edit = 'Modifier…';
export const copyTile = 'Dupliquer';
export const arrange = 'Placer et redimensionner';
export const asTable = 'Afficher en tableau';
export const asChart = 'Afficher le graphique';
export const calculation = 'Montrer le calcul';
export const exportExcel = 'Exporter vers Excel';
export const exportSvg = 'Image SVG';
export const exportPng = 'Image PNG';
export const removeTile = 'Retirer du tableau';
export const openList = 'Ouvrir la liste';
export const drag = (tile: string) => fr(`Déplacer « ${tile} »`);

export const placing = (tile: string) => fr(`Placer « ${tile} »`);
export const placingHint = fr(
  'Flèches : déplacer · Maj + flèches : redimensionner · Échap : terminer',
);
export const left = 'À gauche';
export const right = 'À droite';
export const up = 'Plus haut';
export const down = 'Plus bas';
export const wider = 'Élargir';
export const narrower = 'Rétrécir';
export const taller = 'Agrandir en hauteur';
export const shorter = 'Réduire en hauteur';
export const placed = 'Terminer';

export const charts: Record<Chart, string> = {
  number: 'Nombre',
  bars: 'Barres',
  stacked: 'Barres empilées',
  line: 'Courbe',
  pie: 'Secteurs',
  table: 'Tableau',
  pivot: 'Tableau croisé',
  gauge: 'Jauge',
  funnel: 'Entonnoir',
};

export const editorNew = 'Composer une tuile';
export const editorEdit = 'Modifier la tuile';
export const tileTitle = 'Titre de la tuile';
export const whatStep = '1. Quoi compter';
export const byStep = '2. Par quoi';
export const howStep = '3. Comment le montrer';
export const onlyStep = 'Seulement';
export const entity = 'Dans';
export const measure = 'Mesure';
export const number = 'De';
export const partOf = 'Part de';
export const by = 'Par';
export const thenBy = 'Puis par';
export const nothing = '(rien)';
export const step = 'Regrouper';
export const band = 'Par tranche de';
export const order = 'Ordre';
export const top = 'Garder les premiers';
export const everyValue = 'Tous';
export const day = 'La période porte sur';
export const noDay = fr('Aucune date : l’état du jour');
export const compare = 'Comparer à la période d’avant';
export const goal = 'Objectif';
export const addCondition = 'Ajouter une condition';
export const conditionField = 'Champ de la condition';
export const conditionValue = 'Valeur de la condition';
export const removeCondition = 'Retirer la condition';
export const filled = '(rempli)';
export const preview = 'Aperçu';
export const addIt = 'Ajouter au tableau';
export const cannotAnswer = fr(
  'Ces choix ne vont pas ensemble : changez la mesure, le champ ou le ciblage.',
);

export const entities: Partial<Record<Entity, string>> = {
  customer: 'Clients et prospects',
  vehicle: 'Véhicules',
  invoice: 'Factures',
  activity: 'Activités et relances',
  lead: 'Leads',
  consent: 'Consentements',
  recipient: 'Destinataires de campagnes',
  contact: 'Contacts',
  agenda_entry: 'Rendez-vous',
};

/** Measures in the order of the choice. */
export type MeasureKind =
  'count' | 'customers' | 'sum' | 'mean' | 'median' | 'min' | 'max' | 'share';
export const measureOrder: MeasureKind[] = [
  'count',
  'customers',
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'share',
];
export const measures: Record<MeasureKind, string> = {
  count: 'Nombre de lignes',
  customers: 'Nombre de clients différents',
  sum: 'Somme',
  mean: 'Moyenne',
  median: 'Médiane',
  min: 'Minimum',
  max: 'Maximum',
  share: fr('Part en %'),
};

export function measureKind(measure: Measure): MeasureKind {
  if (typeof measure === 'string') return measure;
  return (Object.keys(measure)[0] ?? 'count') as MeasureKind;
}

export const steps: Record<DateStep, string> = {
  day: 'par jour',
  week: 'par semaine',
  month: 'par mois',
  quarter: 'par trimestre',
  year: 'par année',
};

export const orders: Record<Order, string> = {
  greatest: 'Du plus grand au plus petit',
  least: 'Du plus petit au plus grand',
  name: 'Par ordre alphabétique',
};

/** A field of a record referred to: « Client : Source ». */
export const through = (link: string, field: string) => fr(`${link} : ${field}`);

export const tileProblem = (problem: TileProblem): string => {
  switch (problem.code) {
    case 'newer':
      return 'Cette tuile vient d’une version plus récente du simulateur. Elle reste ici sans s’afficher.';
    case 'unreadable':
      return 'La définition de cette tuile ne se lit pas. Modifiez-la, ou retirez la tuile.';
    case 'field':
      return fr(
        `Cette tuile utilise le champ « ${problem.field} », qui n’existe pas ou ne convient pas. Modifiez-la, ou retirez-la.`,
      );
    case 'target':
      // Its number says nothing to whoever deleted it.
      return notApplied(targetProblemSentence({ ...problem.problem, word: null }));
  }
};

export const against = (before: string) => fr(`contre ${before} avant`);
export const beforeSpan = (from: string | null, to: string | null) =>
  from && to ? fr(`du ${formatDate(from)} au ${formatDate(to)}`) : '';
export const chartLabel = (tile: string, kind: Chart, summary: string) =>
  fr(`${tile}. ${charts[kind]}. ${summary}`);
export const seeRows = (label: string, figure: string, rows: string) =>
  fr(`${label} : ${figure}. Ouvrir la liste (${rows})`);
export const total = 'Total';
export const share = 'Part';
export const evolution = 'Évolution';
export const rows = 'Lignes';
export const cut = (count: number) =>
  fr(`${plural(count, 'groupe laissé', 'groupes laissés')} de côté, faute de place.`);
export const imageSaved = 'Image enregistrée';
export const figure = 'Valeur';
