import type { DrawsMark, RecipientWhy, ReplyEffect, Weighed, WhyView } from '../engine/types';
import { formatCount, fr, numbers } from './typography';

export const why = fr('Pourquoi ?');
export const trainer = 'Réservé au formateur';
export const confirm = fr(
  'Ce qui suit dévoile ce que l’apprenant doit trouver seul : les raisons de la réaction et leur poids.',
);
export const show = 'Montrer les raisons';
export const hide = 'Masquer';
export const reasons = 'Ce qui a pesé, du plus fort au plus faible';
export const chances = 'Chances calculées';
export const chancesDrawn = 'Chances calculées, et ce que le sort a donné';
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
  visit_due: 'Entretien',
  grief: 'Dernière visite',
  firm: 'Société',
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
  'visit_due.due': 'à faire',
  'grief.waits': 's’est mal passée',
  'firm.firm': 'passe moins qu’un particulier',
  'complaints.ignored': 'restée sans réponse',
};

const effects: Record<ReplyEffect, string> = {
  read: 'lecture',
  act: 'clic et réponse',
  leave: 'désinscription',
  complain: 'plainte',
  buy: 'commande',
  come: 'passage',
};

const chanceNames: Record<string, string> = {
  bounce: 'Ne pas arriver',
  read: 'Lire le message',
  click: 'Cliquer, une fois lu',
  answer: 'Répondre, une fois lu',
  leave: 'Se désinscrire, une fois lu',
  complain: 'Se plaindre, une fois lu',
  buy: 'Commander',
  come: 'Passer ce jour-là',
};

const hundredths = numbers({ maximumFractionDigits: 2 });

export const factor = ({ factor, level }: Weighed) =>
  fr(`${factors[factor] ?? factor} : ${levels[`${factor}.${level}`] ?? level}`);
export const weight = ({ effect, percent }: Weighed) =>
  fr(`${effects[effect]} × ${formatCount(percent / 100)}`);
const percent = (tenThousandths: number) => hundredths(tenThousandths / 100);

type Chance = WhyView['chances'][number];

export const chance = ({ of, chance }: Chance) =>
  fr(`${chanceNames[of] ?? of} : ${percent(chance)} %`);
/** A draw below the chance makes it happen. */
export const isMet = ({ chance, drawn }: Chance) => drawn !== null && drawn < chance;
export const drawn = (known: Chance) =>
  known.drawn === null
    ? 'étape non atteinte'
    : fr(
        isMet(known)
          ? `tiré ${percent(known.drawn)}, en dessous : oui`
          : `tiré ${percent(known.drawn)}, il fallait moins de ${percent(known.chance)} : non`,
      );

export const of = (name: string) => fr(`Pourquoi ? ${name}`);
export const column = 'Explication';
const ways: Record<RecipientWhy['way'], string> = {
  open: '',
  lost: fr('L’adresse est fausse ou n’est plus la sienne : le message n’a pu arriver à personne.'),
  away: fr('Cette personne est absente : une machine a répondu, personne n’a lu le message.'),
};
export const nothingKept = fr(
  'Rien n’a été noté pour ce destinataire : la campagne vient de la base école ou d’un ancien classeur.',
);
const reached: Record<string, string> = {
  bounce: fr('Le message n’est pas arrivé, par malchance : boîte pleine, panne, numéro coupé.'),
  unread: fr(
    'Le message est arrivé, mais il n’a pas été lu : les étapes suivantes n’ont pas eu lieu.',
  ),
  silent: fr(
    'Le message a été lu, puis laissé sans suite : aucun des tirages suivants n’est passé sous la chance calculée.',
  ),
  clicked: fr('Le message a été lu et suivi d’un clic, mais il est resté sans réponse.'),
  reacted: fr('Cette personne a réagi : voici ce qui y a conduit.'),
};
/** What became of the message, in one sentence. */
export function outcome({ why, way, toCome }: RecipientWhy): string {
  if (way !== 'open') return ways[way];
  const met = (step: string) => why?.chances.some((known) => known.of === step && isMet(known));
  const far = met('bounce')
    ? 'bounce'
    : !met('read')
      ? 'unread'
      : met('complain') || met('leave') || met('answer')
        ? 'reacted'
        : met('click')
          ? 'clicked'
          : 'silent';
  const said = reached[far] ?? '';
  return toCome ? `${said} ${notYet}` : said;
}
const notYet = fr('Ce qui suit est décidé, mais viendra avec le temps.');
