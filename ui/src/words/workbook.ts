import type { About, Exported, Fate, Imported, WorkbookKind } from '../engine/types';
import { formatDate, formatDateTime } from './format';
import { formatCount, fr, plural } from './typography';

export const work = 'Mon travail';
export const carry = 'Emporter mon travail';
export const elsewhere = 'Garder, continuer ailleurs, rendre';
export const carryHint =
  'Un classeur Excel avec toutes vos fiches, à reprendre sur un autre poste ou à rendre au formateur.';
export const resume = 'Reprendre un classeur';
export const resumeHint = 'Rien ne change avant que vous ayez vu ce qui va changer.';
export const dropHere = 'Déposez ici un classeur Excel, ou';
export const dropNow = 'Lâchez le fichier pour voir ce qu’il contient';
export const choose = 'Choisir un fichier';
export const chooseAnother = 'Choisir un autre fichier';
export const chooseMended = 'Choisir le fichier corrigé';

export const preparing = 'Préparation du classeur…';
export const reading = 'Lecture du classeur…';
export const importing = 'Import du classeur…';
export const percent = (part: number) => fr(`${Math.floor(part * 100)} %`);

const hundredKilobytes = 100_000;
export function weight(bytes: number): string {
  const text =
    bytes < 10 * hundredKilobytes
      ? `${Math.ceil(bytes / 1000)} ko`
      : `${formatCount(Math.ceil(bytes / hundredKilobytes) / 10)} Mo`;
  return text.replace(' ', '\u00a0');
}
export const saved = ({ name, bytes }: Exported) =>
  fr(`Classeur enregistré : ${name} (${weight(bytes)})`);
export const savingRefused =
  'Cette plateforme interdit d’enregistrer un fichier. Ouvrez la leçon dans sa propre fenêtre, ou demandez à votre formateur.';
export const unreadable =
  'Ce fichier ne peut pas être lu\u00a0: il a été déplacé, ou sa clé a été retirée.';
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
export const restore = 'Revenir à la base du produit';
export const restoreTitle = fr('Revenir à la base du produit ?');
export const restoreLoses = fr(
  'La base du formateur et tout ce qui a été fait depuis laissent la place à la base du produit, au jour du calendrier.',
);
export const restoreUndo = fr('Vous pourrez revenir en arrière avec « Annuler ».');

export const preview = 'Ce que l’import changera';
export const back = 'Ne rien changer';
export const confirmSession = 'Importer ce classeur';
export const confirmBase = 'Installer cette base école';
const kinds: Record<WorkbookKind, string> = {
  session: 'Travail d’un apprenant',
  base: 'Base école',
};
export const kindOf = (kind: WorkbookKind) => kinds[kind];
export const aboutLine = ({ kind, date, exportedAt }: About) =>
  [
    kinds[kind],
    `${kind === 'base' ? 'cohérente' : 'cohérent'} au ${formatDate(date)}`,
    exportedAt && `exporté le ${formatDateTime(exportedAt)}`,
  ]
    .filter(Boolean)
    .join(', ');
export const sessionMeans = fr(
  'Les données d’ici deviendront celles du classeur, en une seule fois. Vous pourrez revenir en arrière avec « Annuler ».',
);
export const baseMeans = fr(
  'Cette base prendra la place des données et sera celle à laquelle la remise à zéro revient. Vous pourrez revenir en arrière avec « Annuler ».',
);
export const same = 'Ce classeur contient exactement les données d’ici';
export const sameHint = 'Il n’y a rien à importer.';

export const entity = 'Fiches';
export const created = 'Créées';
export const changed = 'Modifiées';
export const deleted = 'Supprimées';
export const total = 'Total';
export const unchanged = (labels: string[]) => fr(`Sans changement : ${labels.join(', ')}.`);
export const others = 'Autres';
export const showRecords = (label: string) => fr(`Voir les fiches : ${label}`);
export const recordsOf = (label: string, shown: number, all: number) =>
  shown < all
    ? fr(`${label} : les ${formatCount(shown)} premières sur ${formatCount(all)}`)
    : label;
const fates: Record<Fate, string> = { created: 'Créée', changed: 'Modifiée', deleted: 'Supprimée' };
export const fateOf = (fate: Fate) => fates[fate];
export const record = 'Fiche';
export const field = 'Champ';
export const before = 'Avant';
export const after = 'Après';
export const nothingShown = 'Choisissez des fiches à gauche pour voir ce qui change.';

export const warnings = (count: number) => plural(count, 'remarque à lire', 'remarques à lire');
export const problemsTitle = 'Ce classeur ne peut pas être importé tel quel';
export const problemsHint = (count: number) =>
  fr(
    `${plural(count, 'problème', 'problèmes')} à corriger dans le fichier. Rien n’a été modifié ici.`,
  );
export const firstOnly = (shown: number, all: number) =>
  shown < all ? fr(`Les ${formatCount(shown)} premiers sont montrés.`) : '';
export const saveProblems = 'Enregistrer la liste (CSV)';
export const problemsFile = (name: string) => `Problèmes de ${name.replace(/\.xlsx$/i, '')}.csv`;
export const problemsSaved = 'Liste des problèmes enregistrée dans vos téléchargements';

/** What a toast says once it is in. */
export function imported({
  kind,
  recordsCreated,
  recordsChanged,
  recordsDeleted,
}: Imported): string {
  const parts = [
    recordsCreated > 0 && plural(recordsCreated, 'fiche créée', 'fiches créées'),
    recordsChanged > 0 && plural(recordsChanged, 'modifiée', 'modifiées'),
    recordsDeleted > 0 && plural(recordsDeleted, 'supprimée', 'supprimées'),
  ].filter(Boolean);
  const what = kind === 'base' ? 'Base école installée' : 'Classeur importé';
  return parts.length > 0 ? fr(`${what} : ${parts.join(', ')}`) : what;
}

export const dataPlace = (folder: string) =>
  fr(`Vos données sont dans ${folder}, avec deux copies de secours (dossier « secours »).`);
export const dataBeside = 'Elles voyagent avec le programme, sur la même clé ou le même disque.';
export const dataPersonal = fr(
  'Le programme est sur un support que l’on ne peut pas écrire : le travail reste sur ce poste. Emportez-le par un classeur Excel.',
);
export const dataInBrowser =
  'Vos données sont dans ce navigateur, sur ce poste. Emportez-les par un classeur Excel avant d’en changer.';
