import type { Check, CheckSeverity, CheckTheme } from '../engine/types';
import { formatCount, fr, plural } from './typography';

export const title = 'Nettoyage';
export const searching = 'Contrôle de la base…';
export const list = 'Contrôles';
export const findingsOf = (check: Check) => fr(`À voir : ${checkTitle(check)}`);
export const total = (count: number) => plural(count, 'point à voir', 'points à voir');
export const certain = (count: number) =>
  fr(`dont ${plural(count, 'à correction sûre', 'à correction sûre')}`);
export const acceptEverything = (count: number) =>
  fr(`Faire les ${plural(count, 'correction sûre', 'corrections sûres')}…`);
export const acceptAll = (count: number) =>
  count < 2 ? 'Faire la correction sûre…' : acceptEverything(count);
export const keys = fr('↑ ↓ : se déplacer · Entrée : corriger · E : modifier · I : c’est voulu');
export const progress = (left: number, most: number) =>
  fr(`${plural(left, 'restant', 'restants')} sur ${most}`);
export const progressHint = 'Le compte de départ est le plus grand relevé sur cette base.';
export const leftAlone = (count: number) =>
  plural(count, 'point laissé tel quel', 'points laissés tels quels');
export const seeLeftAlone = (count: number) =>
  count < 2 ? 'Voir le point laissé tel quel' : fr(`Voir les ${leftAlone(count)}`);
export const seeOpen = 'Revenir aux points à voir';
export const fillAll = 'Remplir l’un après l’autre';
export const accept = 'Corriger';
export const acceptOf = (name: string) => fr(`Corriger : ${name}`);
export const keep = 'C’est voulu';
export const keepOf = (name: string) => fr(`C’est voulu : ${name}`);
export const showAgain = 'Signaler de nouveau';
export const showAgainOf = (name: string) => fr(`Signaler de nouveau : ${name}`);
export const accepted = 'Correction faite';
export const kept = 'Laissé tel quel';
export const shownAgain = 'De nouveau signalé';
export const proposed = 'Correction proposée';
export const emptied = 'vide';
export const shown = (count: number, all: number) =>
  fr(`Les ${formatCount(count)} premiers sur ${formatCount(all)}. Les suivants viennent à mesure.`);
export const more = 'En montrer davantage';
export const seeOther = (label: string) => fr(`Voir : ${label}`);

export const cleanTitle = 'Rien à corriger ici';
export const cleanHint = 'Ce contrôle ne trouve rien à redire.';
export const wellDone = (count: number) =>
  fr(`Bravo : ${plural(count, 'point vu', 'points vus')}, plus rien à redire.`);
export const noneLeftAlone = 'Aucun point laissé tel quel';
export const nextCheck = (check: Check) => fr(`Contrôle suivant : ${checkTitle(check)}`);
export const allCleanTitle = fr('Bravo : la base est propre');
export const allCleanHint = fr(
  'Aucun contrôle ne trouve rien à redire. Une base se garde propre à la saisie : un numéro relu, un mail épelé, une date demandée évitent une relance perdue.',
);
export const emptyTitle = 'Rien à contrôler';
export const emptyHint = 'La base n’a encore aucune fiche.';

export const previewTitle = 'Corrections sûres';
export const previewIntro = (count: number) =>
  fr(
    `${plural(count, 'correction sera faite', 'corrections seront faites')} en une fois. « Annuler » les reprendra toutes. Décochez ce que vous voulez garder.`,
  );
export const previewMore = (count: number) =>
  fr(`Et ${plural(count, 'autre correction', 'autres corrections')} de la même sorte.`);
export const previewRefused = (count: number) =>
  fr(`${plural(count, 'correction impossible', 'corrections impossibles')} : la fiche la refuse.`);
export const previewNone = 'Il n’y a plus de correction sûre à faire.';
export const doIt = (count: number) =>
  count < 2 ? 'Faire la correction' : fr(`Faire les ${formatCount(count)} corrections`);
export const renounce = 'Renoncer';
export const doneAll = (count: number) => plural(count, 'correction faite', 'corrections faites');
export const choose = (name: string) => fr(`Corriger ${name}`);

const themes: Record<CheckTheme, string> = {
  reach: 'Téléphones et mails',
  address: 'Adresses',
  identity: 'Identité',
  firm: 'Sociétés',
  vehicle: 'Véhicules',
  invoice: 'Factures et dates',
  consent: 'Consentements',
  following: 'Suivi',
};
export const themeTitle = (theme: CheckTheme) => themes[theme];

const severities: Record<CheckSeverity, string> = {
  high: 'Important',
  medium: 'À corriger',
  low: 'Présentation',
};
export const severity = (found: CheckSeverity) => severities[found];

/** What a check is called, and why it matters. */
const checks: Record<Check, [string, string]> = {
  unreachable: [
    'Injoignables',
    'Ni téléphone, ni mail, ni adresse : aucune relance ne peut partir.',
  ],
  phone_writing: [
    'Numéros mal saisis',
    'Un numéro incomplet ne sonne chez personne ; écrit toujours de la même façon, il se retrouve.',
  ],
  phone_place: [
    'Fixe et portable inversés',
    'Un SMS n’arrive pas sur une ligne fixe : chaque numéro a sa case.',
  ],
  mail_writing: [
    'Mails mal écrits',
    'Une adresse fausse revient en erreur, et le client ne reçoit rien.',
  ],
  mail_missing: [
    'Mails manquants',
    'Le mail est le canal le moins cher : il se demande à chaque visite.',
  ],
  postcode_writing: [
    'Codes postaux mal écrits',
    'Cinq chiffres, zéro de tête compris : un tableur le supprime volontiers.',
  ],
  postcode_town: [
    'Code postal et ville en désaccord',
    'Le courrier part au mauvais endroit et le secteur est faux.',
  ],
  address_incomplete: [
    'Adresses incomplètes',
    'Une rue sans code postal ou sans ville ne suffit pas à poster une lettre.',
  ],
  address_long: [
    'Lignes d’adresse trop longues',
    'La norme NF Z10-011 compte 38 caractères par ligne : le reste va en complément.',
  ],
  name_missing: ['Sans nom', 'Une fiche sans nom ne se retrouve pas.'],
  names_swapped: [
    'Nom et prénom inversés',
    'Le courrier salue « Monsieur Philippe », et le doublon passe inaperçu.',
  ],
  name_writing: [
    'Noms mal écrits',
    'Capitales et chiffres se voient dans chaque lettre personnalisée.',
  ],
  civility_first_name: [
    'Civilité et prénom en désaccord',
    'Écrire « Monsieur » à une cliente, c’est perdre la vente avant de commencer.',
  ],
  birth_doubtful: [
    'Naissances douteuses',
    'Une date de remplissage ou un acheteur mineur fausse les âges et les ciblages.',
  ],
  firm_number: [
    'SIREN et SIRET',
    'La clé de contrôle ne tombe pas juste, ou le SIRET n’est pas celui du SIREN.',
  ],
  firm_activity: [
    'Codes d’activité',
    'Un code NAF de l’ancienne nomenclature range la société au mauvais endroit.',
  ],
  plate_writing: [
    'Immatriculations',
    'AB-123-CD ou 1234 AB 35 ; les lettres I, O et U n’existent pas.',
  ],
  vin_writing: ['Numéros de châssis', 'Dix-sept caractères, jamais I, O ni Q.'],
  vehicle_twice: [
    'Véhicules en double',
    'Le même châssis ou la même plaque deux fois : l’historique d’entretien est coupé en deux.',
  ],
  vehicle_sold: [
    'Vendus mais encore rattachés',
    'L’ancien propriétaire reçoit les rappels d’entretien du nouveau.',
  ],
  mileage_falls: [
    'Kilométrages qui reculent',
    'Un compteur ne recule pas : la prochaine visite est calculée de travers.',
  ],
  mileage_absurd: [
    'Kilométrages invraisemblables',
    'Un zéro de trop, et l’échéance d’entretien n’a plus de sens.',
  ],
  invoice_too_early: [
    'Factures avant la mise en circulation',
    'Une voiture n’est pas facturée à l’atelier avant d’exister : l’une des deux dates est fausse.',
  ],
  invoice_elsewhere: [
    'Véhicule d’un autre client',
    'La facture est chez l’un, le véhicule chez l’autre. Le statut Prospect ou Client, lui, se déduit des factures : il ne peut pas se contredire.',
  ],
  date_ahead: ['Dates dans l’avenir', 'Ce qui est daté de demain n’a pas encore eu lieu.'],
  dates_crossed: ['Dates dans le désordre', 'Une fin avant son début : l’une des deux est fausse.'],
  consent_contradictory: [
    'Consentements contradictoires',
    'Accordé et refusé sur le même canal : la dernière parole du client compte.',
  ],
  consent_expired: [
    'Accords périmés',
    'Passé un an, l’accord pour le téléphone ne permet plus d’appeler.',
  ],
  consent_undated: [
    'Consentements sans date',
    'Sans date, rien ne prouve l’accord : la CNIL la demande.',
  ],
  consent_unproven: [
    'Consentements mal établis',
    'D’où vient l’accord, quand a-t-il été retiré : il faut pouvoir le montrer.',
  ],
  follow_up_missing: [
    'Affaires sans relance',
    'Un client intéressé que personne ne rappelle achète ailleurs.',
  ],
  lead_of_customer: [
    'Leads de clients connus',
    'Le lead vient d’un client déjà dans la base : on le rattache, on ne recrée pas de fiche.',
  ],
  news_unread: [
    'Nouvelles non reportées',
    'Un texte annonce un décès, un courrier revenu ou une société fermée ; la fiche l’ignore.',
  ],
};
export const checkTitle = (check: Check) => checks[check][0];
export const checkHint = (check: Check) => fr(checks[check][1]);
