import type { AnswerDeadline, AnswerSpeed, LeadCard } from '../engine/types';
import { daysBetween, formatDate } from './format';
import { formatCount, fr, plural } from './typography';

export const title = 'Leads';
export const views = 'Présentation des leads';
export const board = 'Tableau';
export const list = 'Liste';
export const filters = 'Leads affichés';
export const site = 'Concession';
export const allSites = 'Toutes les concessions';
export const owner = 'Responsable';
export const everyone = 'Tous les responsables';
export const nobody = 'Sans responsable';
export const kind = 'Type de lead';
export const allKinds = 'Tous les types';
export const reading = 'Lecture des leads…';
export const keys = fr('R : répondre · T : rattacher · C : convertir · P : perdu');
export const sheetKeys = fr('↑ ↓ : lead suivant · Échap : tableau');
export const more = (left: number) => `Afficher la suite (${formatCount(left)})`;
export const emptyColumn = 'Aucun lead dans cet état.';
export const cardMenu = (name: string) => fr(`Actions sur le lead : ${name}`);
export const drop = 'Déposer ici';

export const none = 'Aucun lead';
export const noneHint =
  'Un lead est une demande reçue par un formulaire, un appel, un mail ou un salon. Il attend ici une première réponse, puis avance de colonne en colonne jusqu’à devenir une fiche client ou être classé perdu.';
export const noneFiltered = 'Aucun lead ne répond à ces choix';
export const showAll = 'Afficher tous les leads';
export const newLead = 'Nouveau lead';
export const createLead = 'Créer le lead';
export const created = 'Lead créé';

const HOUR = 60;
const DAY = 24 * HOUR;

/** « 35 min », « 3 h », « 3 h 20 » of opening time. */
export function duration(minutes: number): string {
  if (minutes < HOUR) return fr(`${minutes} min`).replace(' ', '\u00a0');
  const rest = minutes % HOUR;
  const hours = `${Math.floor(minutes / HOUR)}\u00a0h`;
  return rest === 0 ? hours : `${hours}\u00a0${String(rest).padStart(2, '0')}`;
}

const openDays = (days: number) => `${days}\u00a0j ouvré${days > 1 ? 's' : ''}`;

/** How much time is left to answer, or by how much it is late. */
export function deadline({ standing, minutes, days }: AnswerDeadline): string {
  if (standing === 'in_time')
    return minutes < 1 ? 'à répondre maintenant' : `il reste ${duration(minutes)}`;
  return `en retard de ${days > 0 ? openDays(days) : duration(Math.max(1, minutes))}`;
}

export function age(minutes: number): string {
  if (minutes < 1) return 'à l’instant';
  if (minutes < HOUR) return `il y a ${minutes}\u00a0min`;
  if (minutes < DAY) return `il y a ${Math.floor(minutes / HOUR)}\u00a0h`;
  return `il y a ${Math.floor(minutes / DAY)}\u00a0j`;
}

/** When a lead in hand is to be seen again. */
export function nextStep(nextOn: string | null, today: string): string {
  if (nextOn === null) return 'aucune relance prévue';
  const days = daysBetween(nextOn, today);
  if (days > 0) return `relance en retard de ${days}\u00a0j`;
  if (days === 0) return 'relance aujourd’hui';
  return days === -1 ? 'relance demain' : `relance le ${formatDate(nextOn)}`;
}

export type Tone = 'good' | 'soon' | 'late' | 'bad' | 'plain';

/** What the chip of a card says, and how loudly. */
export function chip(card: LeadCard, today: string): { text: string; tone: Tone } | null {
  if (card.deadline) {
    const tones = { in_time: 'good', late: 'late', overdue: 'bad' } as const;
    return { text: deadline(card.deadline), tone: tones[card.deadline.standing] };
  }
  if (card.state === 'in_progress') {
    const text = nextStep(card.nextOn, today);
    if (card.nextOn === null) return { text, tone: 'late' };
    const days = daysBetween(card.nextOn, today);
    return { text, tone: days > 0 ? 'bad' : days === 0 ? 'soon' : 'plain' };
  }
  if (card.state === 'lost') return { text: card.lostReason ?? 'sans motif', tone: 'plain' };
  if (card.state === 'converted') {
    const whose = card.customerLabel === card.label ? 'fiche client' : card.customerLabel;
    return whose === null ? { text: 'sans fiche', tone: 'late' } : { text: whose, tone: 'good' };
  }
  return null;
}

/** « 19 sans réponse, dont 12 hors délai (8 depuis plus d’un jour) ». */
export function waiting({ waiting: count, late, overdue, median }: AnswerSpeed): string {
  if (count === 0 && median === null) return '';
  if (count === 0) return 'Tous les leads ont reçu une réponse';
  const whole = fr(`${formatCount(count)} sans réponse`);
  if (late === 0) return whole;
  const long = overdue > 0 ? fr(` (${formatCount(overdue)} depuis plus d’un jour)`) : '';
  return `${whole}, dont ${formatCount(late)} hors délai${long}`;
}

export function speed({ median, answered, inGoal, goal, windowDays }: AnswerSpeed): string {
  if (median === null) return fr(`Aucune réponse sur ${windowDays} jours`);
  const share = Math.round((inGoal * 100) / answered);
  return fr(
    `Première réponse : médiane ${duration(median)} ouvrées, ${share} % en moins de ${duration(goal)}`,
  );
}
export const speedHint = ({ goal, windowDays, answered }: AnswerSpeed) =>
  fr(
    `Heures d’ouverture seules, sans dimanche ni jour férié. Objectif : ${duration(goal)}. Calculé sur ${plural(answered, 'réponse donnée', 'réponses données')} aux leads des ${windowDays} derniers jours.`,
  );

export const known = fr('client existant ?');
export const attachedTo = (name: string) => `rattaché à ${name}`;
export const free = 'à prendre';

export const reply = 'Répondre';
export const replyKey = 'R';
export const attach = 'Rattacher';
export const attachKey = 'T';
export const convert = 'Convertir';
export const convertKey = 'C';
export const lose = 'Perdu';
export const loseKey = 'P';
export const open = 'Ouvrir';
export const resume = 'Reprendre en cours';
export const giveBack = 'Remettre dans les nouveaux';
export const take = 'Prendre ce lead';
export const backToBoard = 'Tableau';
export const taken = 'Le lead est à vous';
export const resumed = 'Lead repris';
export const givenBack = 'Lead remis dans les nouveaux';
