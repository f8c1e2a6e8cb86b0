import { fr } from './typography';

export const title = 'À propos';
export const aboutLink = 'À propos, licences, accessibilité';
export const product = fr(
  'Un CRM d’entraînement pour les métiers du commerce et de l’après-vente automobile : on y apprend à tenir ses fiches, à exploiter les données et à agir.',
);
export const fiction = fr(
  'Tout y est fictif : personnes, sociétés, numéros, adresses, plaques. Aucun message n’en sort, personne ne peut être joint.',
);
export const version = 'Version';
export const base = 'Base école du';
export const seed = fr('Graine de la base');
export const place = 'Où sont vos données';
export const places = {
  program: 'sur ce poste, à côté du programme ou dans votre dossier personnel',
  browser: 'dans ce navigateur, sur ce poste',
} as const;
export const privacy = 'Rien n’est envoyé sur internet.';

export const accessibility = 'Accessibilité';
const lines: [string, string[]][] = [
  [
    'Ce que nous visons',
    [
      'Le simulateur vise les règles WCAG 2.2, niveau AA, et le référentiel général d’amélioration de l’accessibilité (RGAA 4).',
      'Tout se fait au clavier seul ; les raccourcis de chaque écran sont dans son aide (F1).',
      'Les couleurs ne portent jamais seules une information ; les mouvements cessent si votre système le demande.',
    ],
  ],
  [
    'État de conformité',
    [
      'Conformité partielle : chaque écran est contrôlé par un outil automatique (axe), sans faute relevée, et parcouru en entier avec la seule touche Tab ; agrandi à 200 % et à 400 %, aucun ne déborde de côté.',
      'Les couleurs choisies dans le système (contraste élevé) sont respectées.',
      'Aucun audit par un tiers ni essai avec des personnes handicapées n’a encore eu lieu.',
    ],
  ],
  [
    'Ce qui résiste encore',
    [
      'Les graphiques se lisent par « Afficher en tableau », non par le dessin lui-même.',
      'Le glisser-déposer a toujours un équivalent dans un menu, plus long de quelques touches.',
      'Très agrandis, les listes, la semaine, le mois et les grands tableaux se parcourent de côté dans leur propre cadre.',
    ],
  ],
  [
    'Signaler une difficulté',
    ['Parlez-en à votre formateur, qui la transmettra à l’organisme dont il tient le simulateur.'],
  ],
];

export const statement = lines.map(([heading, told]) => ({
  heading: fr(heading),
  told: told.map(fr),
}));

export const licences = 'Licences';
export const own =
  'Le simulateur appartient à l’Association Nationale pour la Formation Automobile (ANFA).';
export const free =
  'Il contient des logiciels et des données libres, dont voici la liste et les licences.';
export const packages = 'Écrans et polices';
export const crates = 'Moteur';
export const data = 'Données';
