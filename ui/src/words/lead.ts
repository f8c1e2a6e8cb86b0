import { formatDate } from './format';
import { fr } from './typography';

export const queue = (state: string) => fr(`Leads de la colonne « ${state} »`);
export const request = 'Demande';
export const coordinates = 'Coordonnées';
export const phone = 'Téléphone';
export const mail = 'Mail';
export const issued = 'Reçu';
export const channel = 'Canal';
export const vehicle = 'Véhicule d’intérêt';
export const message = 'Message';
export const noMessage = 'Aucun message.';
export const lostReason = 'Motif de perte';
export const unknown = 'non renseigné';
export const chooseOwner = 'Personne';

export const candidates = fr('Client existant ?');
export const noCandidate = 'Aucune fiche client ne ressemble à ce lead.';
export const customer = 'Fiche client';
export const openCustomer = (name: string) => fr(`Ouvrir la fiche : ${name}`);
export const seeRecord = 'Ouvrir la fiche';
export const attachTo = (name: string) => fr(`Rattacher à cette fiche : ${name}`);
export const score = (points: number) => fr(`${points} %`);

export const history = 'Historique';
export const noHistory = 'Personne n’a encore répondu à ce lead.';
export const firstAnswer = (delay: string) => fr(`Première réponse en ${delay} ouvrées`);
export const nextOn = (day: string) => `relance le ${formatDate(day)}`;
export const doneOn = (day: string) => `relance faite le ${formatDate(day)}`;
export const changes = 'Modifications du lead';
export const changed = (label: string, before: string, after: string) =>
  fr(`${label} : ${before} → ${after}`);
export const createdHere = 'Lead créé';
export const empty = 'vide';

export const replyTo = (name: string) => fr(`Répondre : ${name}`);
export const attachTitle = (name: string) => fr(`Rattacher à un client : ${name}`);
export const convertTitle = (name: string) => fr(`Convertir en fiche client : ${name}`);
export const loseTitle = (name: string) => fr(`Lead perdu : ${name}`);
export const save = 'Enregistrer';
export const cancel = 'Fermer sans enregistrer';
export const noNext = fr(
  'Sans date de relance, ce lead n’apparaîtra plus dans les choses à faire.',
);

export const whom = fr('À quel client ?');
export const other = 'Un autre client';
export const chooseFirst = 'Choisissez une fiche.';
export const fill = 'Compléter la fiche avec';
const filled: Record<string, string> = { mobile: 'portable', phone: 'téléphone', mail: 'mail' };
export const fillWith = (key: string, text: string) => fr(`${filled[key] ?? key} : ${text}`);
export const attachDo = 'Rattacher à cette fiche';
export const attachHint =
  'Les contacts déjà notés sur ce lead passeront dans le suivi de la fiche. L’état du lead ne change pas.';

export const kindOf = 'Nature de la fiche';
export const person = 'Particulier';
export const company = 'Société';
export const makeNew = 'Créer une nouvelle fiche';
export const which = fr('Quelle fiche ?');
export const existing = fr(
  'Ces fiches ressemblent au lead : vérifiez avant d’en créer une nouvelle.',
);
export const convertDo = 'Créer la fiche';
export const convertTo = 'Convertir avec cette fiche';
export const convertAttached = (name: string) =>
  fr(`Ce lead est rattaché à ${name} : il passera à l’état « Converti ».`);
export const convertHint =
  'Le véhicule souhaité est noté sur la fiche et les contacts du lead passent dans son suivi.';
export const contactHint = 'La personne du lead devient un contact de la société.';

export const why = fr('Pourquoi ce lead est-il perdu ?');
export const otherReason = 'Autre motif';
export const comment = 'Commentaire';
export const loseDo = 'Classer perdu';
export const loseHint = 'Ses relances en attente sont closes. Un lead perdu peut être repris.';
