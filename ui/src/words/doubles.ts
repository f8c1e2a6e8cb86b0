import type { ReasonHow, ReasonView, ReasonWhat, SharedWhat } from '../engine/types';
import { formatCount, fr, plural } from './typography';

export const title = 'Doublons';
export const searching = 'Recherche des doublons…';
export const queue = 'Fiches à comparer';
export const none = 'Aucun doublon à examiner';
export const noneHint =
  'Aucune fiche ne ressemble assez à une autre. Les réponses déjà données sont retenues.';
export const noneOfRecord = 'Aucune autre fiche ne ressemble assez à celle-ci.';
export const whole = 'Voir les doublons de toute la base';
export const waiting = (total: number) => plural(total, 'paire à examiner', 'paires à examiner');
export const putOff = (count: number) => plural(count, 'remise à plus tard', 'remises à plus tard');
export const told = (count: number) => plural(count, 'jugée différente', 'jugées différentes');
export const pageBefore = 'Paires précédentes';
export const pageAfter = 'Paires suivantes';
export const pairsShown = (from: number, to: number, total: number) =>
  `${formatCount(from)} à ${formatCount(to)} sur ${formatCount(total)}`;
export const later = 'Plus tard';
export const laterKey = 'P';
export const different = 'Différentes';
export const differentKey = 'D';
export const household = 'Même foyer';
export const householdKey = 'F';
export const householdHint = fr(
  'Deux personnes différentes qui vivent ensemble : les fiches restent deux, rattachées au même foyer',
);
export const same = 'Même personne';
export const sameFirm = 'Même société';
export const sameKey = 'M';
export const keys = fr(
  'M : même personne · D : différentes · F : même foyer · P : plus tard · ↑ ↓ : paire suivante',
);
export const score = (points: number) => fr(`${points} %`);
export const scoreOf = (points: number) => fr(`Ressemblance : ${points} %`);
export const pairOf = (left: string, right: string) => `${left} et ${right}`;
export const compared = 'Comparaison';
export const field = 'Champ';
export const reasonsFor = 'Ce qui les rapproche';
export const reasonsAgainst = 'Ce qui les sépare';
export const nothingAgainst = fr('Rien ne les sépare.');
export const openRecord = (name: string) => fr(`Ouvrir la fiche : ${name}`);
export const shared = 'Informations communes';
export const links = 'Particuliers et sociétés à relier';
export const linksHint = fr(
  'Un particulier et la société qu’il dirige restent deux fiches : on les relie, on ne les fusionne pas.',
);
/** What is said once an answer is kept. */
export const answered: Record<'different' | 'household' | 'later', string> = {
  different: fr('Réponse retenue : ce sont deux fiches différentes.'),
  household: fr('Réponse retenue : deux personnes d’un même foyer.'),
  later: 'Remise à plus tard.',
};
export const linkSeen = 'Ne plus proposer';
export const linkSeenOf = (names: string) => fr(`Ne plus proposer : ${names}`);

const names: Record<ReasonWhat, [string, boolean]> = {
  first_name: ['prénom', false],
  last_name: ['nom', false],
  birth: ['date de naissance', true],
  siren: ['SIREN', false],
  phone: ['téléphone', false],
  mail: ['mail', false],
  number: ['numéro de rue', false],
  street: ['rue', true],
  extra: ['complément d’adresse', false],
  postcode: ['code postal', false],
  town: ['ville', true],
  vehicle: ['véhicule', false],
  sex: ['civilité', true],
};

const sentences: Record<ReasonHow, (name: string, feminine: boolean) => string> = {
  same: (name) => `même ${name}`,
  written: (name, feminine) => `${name} ${feminine ? 'écrite' : 'écrit'} autrement`,
  slip: (name) => `${name} à une lettre ou un chiffre près`,
  near: (name) => `${name} proche`,
  different: (name, feminine) => `${name} ${feminine ? 'différente' : 'différent'}`,
  swapped: () => 'nom et prénom inversés',
};

export function reason({ what, how }: ReasonView): string {
  const [name, feminine] = names[what];
  return sentences[how](name, feminine);
}

const inCommon: Record<SharedWhat, string> = {
  name: 'la société porte son nom',
  contact: 'interlocuteur de la société',
  phone: 'même téléphone',
  mail: 'même mail',
  address: 'même adresse',
};

export const sharedList = (list: SharedWhat[]) => list.map((what) => inCommon[what]).join(', ');
