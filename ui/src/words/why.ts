import type { DrawsMark, ReplyEffect, Weighed, WhyView } from '../engine/types';
import { fr } from './typography';

export const why = fr('Pourquoi ?');
export const trainer = 'Réservé au formateur';
export const confirm = fr(
  'Ce qui suit dévoile ce que l’apprenant doit trouver seul : les raisons de la réaction et leur poids.',
);
export const show = 'Montrer les raisons';
export const hide = 'Masquer';
export const reasons = 'Ce qui a pesé, du plus fort au plus faible';
export const chances = 'Chances calculées';
export const noReason = fr(
  'Aucune raison particulière : cette réaction tient à la personne et au hasard.',
);
export const draws = ({ mark, same }: DrawsMark) =>
  same
    ? fr(`Tirages : ${mark}, les mêmes sur tous les postes.`)
    : fr(`Tirages : ${mark}, qui ne sont pas ceux des autres postes. Signalez-le.`);
export const regimes: Record<string, string> = {
  real: 'Taux de la vraie vie',
  magnified: 'Taux grossis pour l’exercice',
};

const factors: Record<string, string> = {
  fit: 'Pertinence de l’offre',
  personal: 'Personnalisation',
  moment: 'Jour et heure',
  pressure: 'Pression sur 30 jours',
  tie: 'Relation avec la concession',
  call_to_action: 'Appel à l’action',
  way_out: 'Moyen de se désinscrire',
  project: 'Projet',
  standing: 'Droit d’écrire',
  habit: 'Habitude de lecture',
  patience: 'Patience',
  lead: 'Lead ouvert',
  test_drive: 'Essai',
  offer: 'Offre',
  silence: 'Dernier contact',
  late_follow_up: 'Relance',
  complaints: 'Réclamation',
};

const levels: Record<string, string> = {
  'fit.off': 'hors sujet pour cette personne',
  'fit.weak': 'faible',
  'fit.good': 'bonne',
  'fit.excellent': 'excellente',
  'personal.broken': 'champ de fusion resté vide',
  'personal.nothing': 'aucune',
  'personal.name': 'le nom',
  'personal.name_and_car': 'le nom et le véhicule',
  'moment.bad': 'mal choisis',
  'moment.neutral': 'neutres',
  'moment.good': 'bien choisis',
  'pressure.none': 'aucun autre message',
  'pressure.one': 'un message',
  'pressure.two': 'deux messages',
  'pressure.three': 'trois messages',
  'pressure.four': 'quatre messages',
  'pressure.five': 'cinq messages ou plus',
  'tie.cold': 'inconnue, ou presque',
  'tie.dormant': 'endormie',
  'tie.lukewarm': 'tiède',
  'tie.loyal': 'fidèle',
  'tie.hot_lead': 'demande en cours ou visite récente',
  'call_to_action.none': 'le message ne dit pas quoi faire',
  'way_out.none': 'le message n’en donne pas',
  'project.in_mind': 'pense à changer de voiture',
  'standing.opposed': 'avait dit non',
  'standing.no_consent': 'sans accord valable',
  'habit.low': 'lit peu ses messages',
  'habit.usual': 'comme tout le monde',
  'habit.high': 'lit beaucoup ses messages',
  'patience.low': 'usée, ou de nature vive',
  'patience.usual': 'ordinaire',
  'patience.high': 'grande',
  'lead.open': 'une demande était ouverte',
  'test_drive.done': 'fait',
  'offer.sent': 'remise',
  'silence.fresh': 'il y a trois jours au plus',
  'silence.some_days': 'dans la semaine',
  'silence.weeks': 'plus d’une semaine sans nouvelles',
  'silence.month': 'plus de trois semaines sans nouvelles',
  'late_follow_up.late': 'promise et non tenue',
  'complaints.ignored': 'restée sans réponse',
};

const effects: Record<ReplyEffect, string> = {
  read: 'lecture',
  act: 'clic et réponse',
  leave: 'désinscription',
  complain: 'plainte',
};

const chanceNames: Record<string, string> = {
  read: 'Lire le message',
  click: 'Cliquer, une fois lu',
  answer: 'Répondre, une fois lu',
  leave: 'Se désinscrire, une fois lu',
  complain: 'Se plaindre, une fois lu',
  buy: 'Commander',
};

export const factor = ({ factor, level }: Weighed) =>
  fr(`${factors[factor] ?? factor} : ${levels[`${factor}.${level}`] ?? level}`);
export const weight = ({ effect, percent }: Weighed) =>
  fr(`${effects[effect]} × ${(percent / 100).toLocaleString('fr-FR')}`);
export const chance = ({ of, chance }: WhyView['chances'][number]) =>
  fr(
    `${chanceNames[of] ?? of} : ${(chance / 100).toLocaleString('fr-FR', { maximumFractionDigits: 2 })} %`,
  );
