import type { ChangeDone, RecordView, Value } from '../engine/types';
import { formatCount, fr, plural } from './typography';

export const section = 'Communication';
export const title = 'Campagnes';
export const go = 'Aller aux campagnes';
export const create = 'Nouvelle campagne';
export const goCreate = 'Nouvelle campagne';
export const none = 'Aucune campagne';
export const noneHint =
  'Une campagne envoie un même message, personnalisé, à toutes les personnes d’un ciblage.';
export const back = 'Revenir aux campagnes';
export const columns = {
  name: 'Campagne',
  channel: 'Canal',
  state: 'État',
  at: 'Envoi',
  sent: 'Envoyés',
  excluded: 'Exclus',
  opened: 'Ouverts',
  answered: 'Réponses',
  unsubscribed: 'Désinscrits',
};
export const noFigure = '—';
export const share = (part: number, whole: number) =>
  whole === 0 ? noFigure : fr(`${formatCount(Math.round((part * 100) / whole))} %`);

export const nameLabel = 'Nom de la campagne';
export const nameHint = 'Révision d’hiver';
export const who = 'Destinataires';
export const whoChoose = 'Choisissez un ciblage';
export const whoOf = (label: string, count: number | null) =>
  count === null ? label : fr(`${label} : ${plural(count, 'personne', 'personnes')}`);
export const readyMade = 'Ciblages prêts à l’emploi';
export const mine = 'Mes ciblages';
export const selection = (count: string) => `Sélection de la liste (${count})`;
export const newTargeting = 'Créer un ciblage';
export const leaveOut = 'Retirer ce destinataire';
export const leftOut = (count: number) =>
  plural(count, 'destinataire retiré à la main', 'destinataires retirés à la main');
export const takeBack = 'Les remettre';

export const versionA = 'Version A';
export const versionB = 'Version B';
export const addOther = 'Comparer deux textes';
export const addOtherHint = 'Un destinataire sur deux reçoit la version B.';
export const removeOther = 'Retirer la version B';

export const when = 'Envoi';
export const whenNow = 'Tout de suite';
export const whenLater = 'À une date';
export const whenDay = 'Jour';
export const whenHour = 'Heure';
export const hour = (time: string) => time.replace(':', '\u00a0h\u00a0');
export const whenHint = 'Les destinataires seront recomptés ce jour-là.';
export const followUp = 'Relancer les destinataires le';
export const followUpHint = 'Chaque fiche aura cette relance, dans l’accueil et l’agenda.';

export const gate = 'Contrôle avant envoi';
export const gateCount = (kept: number, total: number) =>
  fr(
    `${plural(kept, 'personne recevra', 'personnes recevront')} le message, sur ${formatCount(total)}`,
  );
export const gateNobody = 'Personne ne peut recevoir ce message.';
export const gateOut = (count: number) => plural(count, 'exclue', 'exclues');
export const gateAllGood = 'Personne n’est exclu.';
export const smsCost = (segments: number, cost: string) =>
  fr(`${plural(segments, 'SMS', 'SMS')}, environ ${cost}`);
export const seeWho = (reason: string) => fr(`Voir qui : ${reason}`);
export const hideWho = 'Fermer la liste';
export const more = (count: number) => `et ${plural(count, 'autre', 'autres')}`;
export const force = 'Passer outre';
export const scheduleNext = 'Programmer le jour ouvré suivant à 10 h';
export const forceMention = 'Envoyer sans cette mention';
export const forceAllowed = 'Autoriser à passer outre les règles (formateur)';
export const forceHint = 'La faute reste inscrite sur la campagne.';
export const overruled = (count: number) =>
  fr(
    `${plural(count, 'destinataire a reçu ce message', 'destinataires ont reçu ce message')} contre les règles.`,
  );
export const faults = 'Règles forcées';
export const missingTitle = (count: number) =>
  plural(count, 'fiche à compléter', 'fiches à compléter');

export const launch = (count: number) =>
  count === 0 ? 'Envoyer' : `Envoyer à ${plural(count, 'personne', 'personnes')}`;
export const schedule = (count: number) =>
  count === 0 ? 'Programmer' : `Programmer pour ${plural(count, 'personne', 'personnes')}`;
export const launched = (name: string, count: number) =>
  fr(`Campagne « ${name} » : ${plural(count, 'message envoyé', 'messages envoyés')}`);
export const scheduled = (name: string) => fr(`Campagne « ${name} » programmée`);
export const nobody = 'Personne ne peut recevoir cette campagne.';
export const mentionMissing = 'La mention que demande la loi manque dans le message.';
export const nameMissing = 'Donnez un nom à la campagne.';
export const waiting = 'Comptage…';
export const chooseFirst = fr(
  'Choisissez des destinataires et un modèle : le message de chacun se verra ici.',
);

export const log = 'Journal des destinataires';
export const logRows = 'Lignes du journal';
export const results = 'Résultats';
export const steps = {
  sent: 'Envoyés',
  delivered: 'Remis',
  opened: 'Ouverts',
  clicked: 'Cliqués',
  answered: 'Réponses',
  unsubscribed: 'Désinscrits',
  bounced: 'Non remis',
};
export const appointments = 'Rendez-vous';
export const purchases = 'Véhicules vendus';
export const visits = 'Visites à l’atelier';
export const after = 'Parmi ceux qui ont réagi, dans les 90 jours';
export const overTime = 'Réactions par jour';
export const noReactionYet = fr('Pas encore de réaction : elles viennent avec le temps.');
export const advance = 'Faire passer le temps';
export const chartLabel = (name: string) => fr(`Réactions par jour à la campagne « ${name} »`);
export const day = 'Jour';
export const excludedTitle = (count: number) => plural(count, 'exclu', 'exclus');
export const states: Record<string, string> = {
  selected: 'Retenu',
  excluded: 'Exclu',
  sent: 'Envoyé',
  delivered: 'Remis',
  bounced: 'Non remis',
  opened: 'Ouvert',
  clicked: 'Cliqué',
  answered: 'Répondu',
  unsubscribed: 'Désinscrit',
  complained: 'Plainte',
};
export const all = 'Tous';
export const filterLog = 'Montrer';
export const retarget = 'Nouveau ciblage';
export const retargetOf: Record<string, string> = {
  unanswered: 'Ouvert ou cliqué, sans réponse',
  silent: 'Remis, pas ouvert',
  bounced: 'Non remis',
  answered: 'A répondu',
  excluded: 'Exclu à l’envoi',
};
export const retargetName = (what: string, campaign: string) =>
  fr(`${campaign} : ${what.toLowerCase()}`);
export const letters = 'Courriers à imprimer';
export const cancel = 'Annuler l’envoi';
export const cancelled = (name: string) => fr(`L’envoi de « ${name} » est annulé`);
export const again = 'Nouvelle campagne avec ce message';
export const seeMessage = 'Message envoyé';
export const emptied = fr(
  'Le jour venu, personne ne pouvait plus recevoir cette campagne : rien n’est parti.',
);
export const waits = fr(
  'Cette campagne partira le jour venu ; ses destinataires seront recomptés.',
);
export const ofTargeting = (name: string) => fr(`Ciblage : ${name}`);
export const logCount = (count: number) => plural(count, 'destinataire', 'destinataires');
export const showMore = 'Montrer plus';

export const launchOn = 'Lancer une campagne';
export const writeToSelection = 'Écrire à la sélection';

/** The words of the rules that a campaign overruled. */
export const faultNames: Record<string, string> = {
  no_consent: 'sans consentement',
  refused: 'malgré un refus',
  withdrawn: 'malgré un retrait',
  quiet_hours: 'hors des heures autorisées',
  too_lately: 'trop de messages',
  missing_data: 'message incomplet',
  no_stop: 'sans mention STOP',
  no_unsubscribe: 'sans lien de désinscription',
};

export const textOf = (record: RecordView, key: string): string => {
  const value: Value | undefined = record.values[key];
  return typeof value === 'string' ? value : '';
};

export type Launched = ChangeDone & { ref: string; sent: number; scheduled: boolean };
