import type { TargetHow, TargetMeasure, TargetQuantity, TargetStep } from '../engine/types';
import { span } from './targetPeriods';
import { formatCount, fr } from './typography';

export * from './targetPeriods';

export const title = 'Ciblage';
export const go = 'Aller au ciblage';
export const nav = 'Ciblage';

type Sort = 'number' | 'date' | 'text';

const asked: Record<TargetHow, string> = {
  equals: 'est',
  differs: 'n’est pas',
  below: 'est inférieur à',
  at_most: 'est au plus',
  above: 'est supérieur à',
  at_least: 'est au moins',
  between: 'est entre',
  one_of: 'est parmi',
  contains: 'contient',
  begins: 'commence par',
  ends: 'finit par',
  exactly: 'est écrit exactement',
  characters: 'compte au plus',
  empty: 'n’est pas renseigné',
  filled: 'est renseigné',
  yes: 'est oui',
  no: 'est non',
  within: 'tombe',
  anniversary: 'a son anniversaire',
};

const ofDates: Partial<Record<TargetHow, string>> = {
  equals: 'est le',
  differs: 'n’est pas le',
  below: 'est avant le',
  at_most: 'est au plus tard le',
  above: 'est après le',
  at_least: 'est à partir du',
};

/** What is asked of a value, as it stands between a field and a value. */
export const howText = (how: TargetHow, sort: Sort): string =>
  (sort === 'date' ? ofDates[how] : undefined) ?? asked[how];

export const quantityNames: Record<TargetQuantity['type'], string> = {
  at_least: 'au moins',
  at_most: 'au plus',
  exactly: 'exactement',
  none: 'aucun',
  every: 'tous',
};

export function quantityText(quantity: TargetQuantity): string {
  return 'n' in quantity
    ? `${quantityNames[quantity.type]} ${formatCount(quantity.n)}`
    : quantityNames[quantity.type];
}

const measures: Record<TargetMeasure, string> = {
  count: 'Nombre',
  distinct: 'Nombre de valeurs différentes',
  sum: 'Total',
  mean: 'Moyenne',
  min: 'Plus petite valeur',
  max: 'Plus grande valeur',
  range: 'Écart entre les extrêmes',
  interval: 'Écart moyen en jours',
};

export function measureName(measure: TargetMeasure, sort: Sort): string {
  if (sort === 'date' && measure === 'min') return 'Première date';
  if (sort === 'date' && measure === 'max') return 'Dernière date';
  return measures[measure];
}

export const all = 'toutes ces conditions';
export const any = 'au moins une de ces conditions';
export const allShort = 'ET';
export const anyShort = 'OU';
export const not = 'SAUF';
export const groupIs = 'Il faut';
export const addCondition = 'Ajouter une condition';
export const addGroup = 'Ajouter un groupe';
export const and = 'et';
export const or = 'ou';
export const characters = 'caractères';
export const value = 'Valeur';
export const values = 'Valeurs, séparées par des points-virgules';
export const from = 'De';
export const to = 'À';
export const fieldOf = 'Champ';
export const how = 'Comparaison';
export const period = 'Période';
export const numberOf = 'Nombre';
export const unit = 'Unité';
export const relation = 'Lien';
export const quantity = 'Combien';
export const measure = 'Calcul';
export const more = 'Autres actions sur cette condition';
export const duplicate = 'Dupliquer';
export const negate = 'Exclure (SAUF)';
export const unnegate = 'Ne plus exclure';
export const wrapAny = 'Ajouter une alternative (OU)';
export const wrapAll = 'Mettre dans un groupe (ET)';
export const up = 'Monter';
export const down = 'Descendre';
export const remove = 'Retirer';
export const emptyGroup = fr('Aucune condition : tout le monde est retenu.');
export const emptyRelated = 'Quels qu’ils soient.';
export const found = (count: number, entity: string) => fr(`${formatCount(count)} ${entity}`);
export const choose = 'Choisir…';
export const valuesHint = 'Tapez ou choisissez, Entrée pour valider';
export const kindOfDay = 'Date précise ou comptée depuis aujourd’hui';
export const kindsOfDay = [
  { value: 'value', label: 'date précise' },
  { value: 'today', label: 'aujourd’hui' },
];
export const beforeOrAfter = 'Avant ou après';
export const signs = [
  { value: 'plus', label: 'plus' },
  { value: 'minus', label: 'moins' },
];
export const todayRest = (steps: TargetStep[]) =>
  steps.map(({ n, unit: of }) => `${n < 0 ? '−' : '+'} ${span(Math.abs(n), of)}`).join(' ');
export const nothingFound = 'Aucun champ de ce nom';
export const relatedGroup = 'Fiches liées';
export const figureGroup = 'Calculs sur les fiches liées';
export const memberGroup = 'Autres ciblages';
export const has = (name: string) => `Ceux qui ont : ${name}`.replace(' :', '\u00a0:');
export const hasNot = (name: string) => `Ceux qui n’ont pas : ${name}`.replace(' :', '\u00a0:');
export const whose = (name: string) => `Selon la fiche liée : ${name}`.replace(' :', '\u00a0:');
export const figureOf = (name: string) => `Nombre, total, date… : ${name}`.replace(' :', '\u00a0:');
export const keepFirst = 'Ne garder que la première condition';
export const allOf = 'Toutes ces conditions';
export const anyOf = 'Au moins une de ces conditions';
export const notOf = 'SAUF si';
export const memberOf = (name: string) => fr(`Fait partie du ciblage « ${name} »`);
export const goneField = (key: string) => fr(`Champ disparu : « ${key} »`);
export const among = (figure: boolean) =>
  fr(figure ? 'En ne comptant que les fiches liées qui remplissent :' : 'qui remplissent :');
export const singleNames = { at_least: 'dont la fiche', none: 'sans la fiche' };
export const numberOfRecords = (name: string) => fr(`Nombre : ${name}`);
export const measureOf = (measure: string, label: string) =>
  `${measure} : ${label}`.replace(' :', '\u00a0:');
export const holds = 'Oui';
export const fails = 'Non';
export const result = 'Résultat';
export const outOf = (all: string) => `sur ${all}`;
export const toComplete = 'Complétez les conditions en cours.';
export const firstRows = 'Premiers résultats';
export const firstOnly = (count: number) =>
  fr(`Les ${formatCount(count)} premiers ; la liste entière s’ouvre avec « Voir la liste ».`);
export const nobody =
  'Personne ne remplit ces conditions. Essayez d’en retirer une, ou testez un client pour voir laquelle l’exclut.';
export const tryOn = 'Tester un client';
export const isKept = 'est retenu';
export const isLeft = 'n’est pas retenu';
export const textLabel = 'Le ciblage en texte';
export const textHint = 'Le même langage que dans les classeurs. Ctrl + Entrée pour appliquer.';
export const applyText = 'Appliquer';
export const cancel = 'Annuler';
export const writeText = 'Écrire en texte';
export const conditions = 'Conditions';
export const subject = 'Ce que l’on cible';
export const sortedBy = 'Trier par';
export const sortField = (at: number) => `Tri ${at + 1}`;
export const sortWay = (at: number) => `Sens du tri ${at + 1}`;
export const removeSort = (at: number) => `Retirer le tri ${at + 1}`;
export const addSort = 'Ajouter un tri';
export const ways = [
  { value: 'up', label: 'croissant' },
  { value: 'down', label: 'décroissant' },
];
export const create = 'Nouveau ciblage';
export const mine = 'Mes ciblages';
export const readyMade = 'Ciblages du métier';
export const noneYet =
  'Aucun ciblage enregistré. Partez d’un ciblage du métier, à droite, ou créez le vôtre.';
export const frozen = 'Figé';
export const freeze = 'Figer sur les fiches d’aujourd’hui';
export const unfreeze = 'Rendre vivant';
export const actionsOn = (name: string) => fr(`Actions sur « ${name} »`);
export const seeList = 'Voir la liste';
export const copyOf = (name: string) => `Copie de ${name}`.slice(0, 120);
export const compareWith = 'Comparer avec un autre…';
export const erase = 'Supprimer';
export const compareTitle = 'Comparer deux ciblages';
export const firstOne = 'Premier ciblage';
export const secondOne = 'Second ciblage';
export const nothingToCompare = 'Il faut deux ciblages du même type de fiche.';
export const onlyIn = (name: string) => fr(`seulement dans « ${name} »`);
export const inBoth = 'dans les deux';
export const close = 'Fermer';
export const notUnderstood = (name: string, why: string, text: string) =>
  fr(`Le ciblage « ${name} » n’est pas compris. ${why} Son texte : ${text}`);
export const kept = (name: string) => fr(`Ciblage « ${name} » enregistré`);
export const notKept = 'Complétez les conditions avant d’enregistrer.';
export const backToAll = 'Revenir aux ciblages';
export const newOne = 'Nouveau ciblage';
export const nameLabel = 'Nom du ciblage';
export const nameHint = 'Donnez-lui un nom';
export const keep = 'Enregistrer';
export const exportIt = 'Exporter vers Excel';
export const narrowedBy = (title: string) => fr(`Ciblage : ${title}`);
export const leaveTarget = (title: string) => fr(`Ne plus limiter à « ${title} »`);
export const firstGroup = 'Les premiers';
export const firstOfAll = 'Les 20 premiers par…';
export const theFirst = 'Faire partie des';
export const by = 'premiers, par';
export const amongThose = fr('parmi ceux qui remplissent :');
