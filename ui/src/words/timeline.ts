import type { FieldView, MomentKind } from '../engine/types';
import { fr, plural } from './typography';

export const title = 'Suivi';
export const sift = 'Trier le suivi par nature';
export const all = 'Tout';
export const ahead = 'À faire et à venir';
export const emptySift = 'Rien de cette nature';
export const seeAll = 'Voir tout le suivi';
export const more = (count: number) => `Afficher ${plural(count, 'ligne', 'lignes')} de plus`;

const kinds: Record<MomentKind, string> = {
  contact: 'Contacts',
  follow_up: 'Relances',
  sale: 'Achats',
  service: 'Atelier et magasin',
  lead: 'Leads',
  appointment: 'Rendez-vous',
  consent: 'Consentements',
  vehicle: 'Véhicules',
};
export const kindTitle = (kind: MomentKind) => kinds[kind];

export const followUp = 'Relance';
export const invoiceNamed = (kind: string, number: string) =>
  fr(number ? `${kind}, facture ${number}` : kind);
export const lead = (kind: string) => (kind ? fr(`Lead : ${kind}`) : 'Lead');
export const consent = (channel: string, state: string) => `${channel}, ${state.toLowerCase()}`;
export const withdrawn = (channel: string) => `${channel}, consentement retiré`;
export const dated = (field: FieldView | undefined) =>
  field?.label.replace(/^Date d[e’] ?/, '') ?? '';

export const write = 'Noter une activité';
export const writeHint = fr('Alt+S, puis la première lettre : A pour un appel');
export const written = (kind: string, name: string) => fr(`${kind} : ${name}`);
export const answersTitle = 'Cette activité répond à';
export const answers = (subject: string, day: string) =>
  fr(subject ? `la relance du ${day} : ${subject}` : `la relance du ${day}`);
export const noNext = 'Aucune';
export const doIt = 'Faire';
export const doFollowUp = (day: string) => `Faire la relance du ${day}`;

export const about = (label: string) => fr(`Toutes les valeurs de « ${label} » dans la base`);
export const past = (label: string) => fr(`${label} : historique de ce champ (Maj+F10)`);
export const storyTitle = (label: string) => fr(`Ce que « ${label} » a contenu`);
export const storyEmpty = 'Jamais modifié depuis l’ouverture de la base.';
export const allValues = 'Toutes les valeurs de ce champ';
export const nothing = 'vide';

export const householdHint = 'Personne d’autre n’est rattaché à ce foyer.';
export const joinHousehold = 'Rattacher une fiche au foyer';
export const leaveHousehold = (name: string) => `Détacher ${name} du foyer`;
export const parent = 'Société mère';

export const dial = 'Passer l’appel';
export const dialHint = fr(
  'Le client décroche ou non ; ce qu’il dit remplit le formulaire, à corriger si besoin.',
);
export const noNumber = fr('Aucun numéro sur la fiche : il se demande par un autre canal.');
export const receive = 'Recevoir le client';
export const receiveHint = fr('Ce qu’il dit remplira le formulaire, que vous pourrez corriger.');
export const visited = (result: string) => fr(`Résultat de la visite : ${result}`);
export const called = (result: string) => fr(`Résultat de l’appel : ${result}`);
