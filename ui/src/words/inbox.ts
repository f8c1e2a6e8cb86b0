import type { Digest, InboxHandle } from '../engine/types';
import { formatDate } from './format';
import { formatCount, fr, plural } from './typography';

export const title = 'Boîte de réception';
export const nav = 'Réponses';
export const go = 'Lire la boîte de réception';
const waiting = (count: number) =>
  count === 0 ? 'Tout est traité' : plural(count, 'réponse à traiter', 'réponses à traiter');
const unread = (count: number) =>
  count === 0 ? 'toutes lues' : plural(count, 'non lue', 'non lues');
/** What waits, and what nobody has read. */
export const counted = (of: { waiting: number; unread: number }) =>
  of.waiting === 0 ? waiting(0) : `${waiting(of.waiting)}, ${unread(of.unread)}`;
export const unreadLine = ', non lue';
export const markUnread = 'Marquer comme non lue';
export const markRead = 'Marquer comme lue';
export const shown = 'Réponses montrées';
export const toHandle = 'À traiter';
export const handled = 'Traitées';
export const intent = 'Ce qu’elle demande';
export const allIntents = (count: number) => fr(`Toutes les demandes (${formatCount(count)})`);
export const owner = 'Responsable';
export const everyone = 'Tout le monde';
export const lines = 'Réponses reçues';
export const more = 'Voir la suite';
export const reading = 'Lecture de la boîte…';
export const keys = '↑ ↓ réponse · L lue, non lue · Ctrl+Entrée traiter';
export const none = 'Aucune réponse à traiter';
export const noneHint = fr(
  'Les clients répondent à ce que vous leur envoyez : mails, SMS, courriers, campagnes. Certains passent aussi sans rendez-vous. Tout arrive ici au fil des heures, ou quand vous avancez le jour d’utilisation.',
);
export const noneHandled = 'Aucune réponse traitée';
export const noneFiltered = 'Aucune réponse de ce genre';
export const magnified = 'Grossi';
export const real = 'Réel';
export const regime = 'Fréquence des réactions';
export const regimeHint = fr(
  'Réel : les taux d’une vraie concession. Grossi : davantage de réponses et de plaintes, pour que la classe en voie. Vaut pour les envois à venir.',
);
export const regimeSet = (code: string) =>
  code === 'real' ? 'Réactions comme dans la vraie vie' : 'Réactions grossies pour l’exercice';
export const magnifiedSaid = 'Taux grossis pour l’exercice';

export const kinds: Record<string, string> = {
  mail: 'Mail',
  sms: 'SMS',
  letter: 'Courrier',
  call: 'Appel',
  visit: 'Passage',
};
export const kindOf = (kind: string) => kinds[kind] ?? kind;
export const received = (kind: string, at: string) =>
  kind === 'visit' ? fr(`Passage sans rendez-vous, le ${at}`) : fr(`${kindOf(kind)} reçu le ${at}`);
export const answersCampaign = (name: string) => fr(`Campagne « ${name} »`);
export const message = 'En réponse à';
export const sentOn = (kind: string, at: string) =>
  `${kind === 'campaign' ? 'Campagne' : kindOf(kind)} du ${at}`;
export const expects = 'Ce qui est attendu';
export const openRecord = 'Ouvrir la fiche';
export const chosen = 'Choisissez une réponse dans la liste';

export const handling = 'Traitement';
export const withAnswer = 'Répondre';
export const answerBy = 'Par';
export const answerText = 'Réponse';
export const suggestion = (rank: number) => `Proposition ${rank}`;
export const withAppointment = 'Prendre rendez-vous';
export const appointmentTitle = 'Objet';
export const appointmentKind = 'Type';
export const inAgenda = 'Le placer plutôt dans l’agenda, par glisser-déposer';
/** As the list of kinds of the agenda names them. */
export const serviceKind = 'Rendez-vous atelier';
export const salesKind = 'Rendez-vous commercial';
export const withFollowUp = 'Prévoir une relance';
export const withConsent = 'Retirer le consentement';
export const withCorrection = 'Corriger la fiche';
export const channels: Record<string, string> = {
  mail: 'Mail',
  sms: 'SMS',
  letter: 'Courrier',
  phone: 'Téléphone',
};
export const newMail = (mail: string) => fr(`Noter le mail ${mail}`);
export const newMobile = (mobile: string) => fr(`Noter le portable ${mobile}`);
export const soldCar = (car: string) => fr(`Véhicule cédé : ${car}`);
export const emptyMail = 'Vider le mail, qui ne va pas';
export const emptyMobile = 'Vider le portable, qui ne va pas';
export const emptyText = fr('Écrivez la réponse, ou décochez « Répondre ».');
export const handle = 'Traiter';
export const file = 'Classer sans suite';
export const elsewhere = 'Déjà traité ailleurs';
export const reopen = 'Remettre à traiter';
export const handledToast: Record<string, string> = {
  handled: 'Réponse traitée',
  filed: 'Réponse classée sans suite',
};
export const appointmentOf = (label: string, service: boolean) =>
  service ? `Atelier : ${label}` : `RDV ${label}`;

const handlings: Record<string, string> = {
  appointment: 'rendez-vous pris',
  follow_up: 'relance prévue',
  corrected: 'fiche corrigée',
  withdrawn: 'consentement retiré',
  answered: 'réponse envoyée',
  elsewhere: 'traitée ailleurs',
  filed: 'classée sans suite',
};
export const handledAs = (handling: string | null, at: string) =>
  fr(`Traitée le ${at} : ${handlings[handling ?? ''] ?? 'traitée'}`);
export const handlingShort = (handling: string | null) => handlings[handling ?? ''] ?? 'traitée';

export const arrived = (count: number) =>
  plural(count, 'réponse vient d’arriver', 'réponses viennent d’arriver');

/** What is sent when nothing more is done. */
export const nothing = (id: number): InboxHandle => ({
  id,
  appointment: null,
  followUpOn: null,
  correct: null,
  withdraw: [],
  answer: null,
  elsewhere: false,
  owner: null,
});

/** The lines of what the days brought; each leads to its list. */
export type DigestLine =
  'replies' | 'visits' | 'complaints' | 'leads' | 'lost' | 'invoices' | 'clients' | 'missed';
export const digestTitle = (digest: Digest) =>
  digest.from === digest.to
    ? `Ce que le ${formatDate(digest.to)} a apporté`
    : `Ce que les jours du ${formatDate(digest.from)} au ${formatDate(digest.to)} ont apporté`;
export const digestNothing = 'Rien qui demande votre attention.';
const digestWords: Record<DigestLine, [string, string]> = {
  replies: ['réponse de client', 'réponses de clients'],
  visits: ['client passé sans rendez-vous', 'clients passés sans rendez-vous'],
  complaints: ['plainte ou réclamation', 'plaintes ou réclamations'],
  leads: ['nouveau lead', 'nouveaux leads'],
  lost: ['lead perdu faute de suivi', 'leads perdus faute de suivi'],
  invoices: ['facture', 'factures'],
  clients: ['prospect devenu client', 'prospects devenus clients'],
  missed: ['relance restée sans suite', 'relances restées sans suite'],
};
export const digestLine = (what: DigestLine, count: number) => plural(count, ...digestWords[what]);
