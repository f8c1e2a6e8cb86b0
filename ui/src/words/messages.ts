import templates from '../../../content/messages/problems.json';
import type {
  GateReason,
  MessageAdvice,
  MessageChannel,
  MessageLack,
  MessageNamesOf,
  MessageProblem,
  MessageProblemCode,
  SmsMeasure,
} from '../engine/types';
import { targetProblemSentence } from './target-problems';
import { fillTemplate } from './templates';
import { formatCount, fr, numbers, plural } from './typography';

export const channels: Record<MessageChannel, string> = {
  mail: 'Mail',
  sms: 'SMS',
  letter: 'Courrier',
};
export const channelLabel = 'Canal';
export const template = 'Modèle';
export const templateHint = 'Choisir un modèle';
export const own = 'Mes modèles';
export const offer = 'Thème';
export const offerHint = fr('De quoi parle le message ?');
export const subject = 'Objet';
export const body = 'Message';
export const insertField = 'Insérer un champ';
export const insertHint = 'Prénom, véhicule, échéance…';
export const addCondition = 'Texte selon une condition';
/** What the button of conditions writes. */
export const conditionModel =
  '{si Statut : Client}Merci de votre fidélité.{sinon}Faisons connaissance.{fin}';
export const keepTemplate = 'Garder comme modèle';
export const templateName = 'Nom du modèle';
export const templateKept = (name: string) => fr(`Modèle « ${name} » gardé`);
export const addMention = 'Ajouter la mention';
export const makePlain = 'Remplacer par des lettres simples';
export const shareFields = fr(
  'Un champ s’écrit entre accolades, avec ce qu’il faut dire à défaut : {Prénom|Madame, Monsieur}',
);

const sentences: Record<MessageProblemCode, string> = templates;

/** What is wrong with a message. */
export function messageProblem(problem: MessageProblem): string {
  const { word, nearest, condition } = problem;
  const own = fr(fillTemplate(sentences[problem.code], { word, nearest }));
  return condition ? `${own} ${targetProblemSentence(condition)}` : own;
}

export const lacks: Record<MessageLack, string> = {
  no_stop: fr('Un SMS commercial doit dire comment ne plus en recevoir : « STOP au 36000 ».'),
  no_unsubscribe: 'Un mail commercial doit porter un lien de désinscription.',
};

export const advices: Record<MessageAdvice, string> = {
  long_subject: fr('L’objet dépasse 60 caractères : les messageries le couperont.'),
  not_personal: fr('Le message est le même pour tous : un prénom ou un véhicule le ferait lire.'),
  many_segments: 'Le SMS part en plusieurs parties, chacune est payée.',
};

export const groups: Record<MessageNamesOf, string> = {
  message: 'Formules',
  customer: 'Client',
  car: 'Véhicule',
};

/** Why somebody is left out, as a count says it. */
export const reasons: Record<GateReason, string> = {
  no_consent: 'Pas de consentement',
  refused: 'Consentement refusé',
  withdrawn: 'Consentement retiré',
  no_address: 'Pas d’adresse pour ce canal',
  bad_address: 'Adresse non valable',
  quiet_hours: 'Jour ou heure non autorisés',
  too_lately: 'Contacté il y a moins de 14 jours',
  missing_data: 'Données manquantes dans le message',
  twice: 'Même adresse qu’un autre destinataire',
  archived: 'Fiche archivée',
  left_out: 'Retiré à la main',
  gone: 'Fiche supprimée',
};

/** Why one person may not be written to. */
export const closed: Record<GateReason, string> = {
  no_consent: 'Cette personne n’a pas donné son accord pour ce canal.',
  refused: 'Cette personne a refusé d’être contactée par ce canal.',
  withdrawn: 'Cette personne a retiré son accord pour ce canal.',
  no_address: 'La fiche n’a pas d’adresse pour ce canal.',
  bad_address: 'L’adresse de la fiche n’est pas valable.',
  quiet_hours: 'La loi n’autorise pas ce message ce jour ou à cette heure.',
  too_lately: 'Cette personne a reçu une campagne il y a moins de 14 jours.',
  missing_data: 'Une donnée du message manque sur la fiche.',
  twice: 'Cette adresse est déjà celle d’un autre destinataire.',
  archived: 'Cette fiche est archivée.',
  left_out: 'Cette personne a été retirée à la main.',
  gone: 'Cette fiche n’existe plus.',
};

const letters = numbers({
  style: 'currency',
  currency: 'EUR',
  minimumFractionDigits: 2,
  maximumFractionDigits: 3,
});

/** Hundredths of a cent. */
export const cost = (hundredths: number) => letters(hundredths / 10_000);

export function smsText(sms: SmsMeasure): string {
  const size = `${plural(sms.units, 'caractère', 'caractères')}, ${plural(sms.segments, 'SMS', 'SMS')}`;
  return fr(`${size}, ${formatCount(sms.left)} libres, environ ${cost(sms.cost)}`);
}

export const smsVaries = fr(
  'La longueur dépend de chaque fiche : l’aperçu et le contrôle comptent les SMS de chacun.',
);

export const forcedBy = (signs: string[]) =>
  fr(`Ces caractères font passer de 160 à 70 caractères par SMS : ${signs.join('  ')}`);

export const preview = 'Aperçu';
export const previewOf = (at: number, total: number) =>
  `${formatCount(at)} sur ${formatCount(total)}`;
export const previous = 'Destinataire précédent';
export const next = 'Destinataire suivant';
export const to = 'À';
export const aboutCar = 'Véhicule';
export const nobodyToShow = 'Personne dans cette sélection.';
export const unreadable = 'Corrigez le message pour le voir comme chacun le recevra.';
export const wouldBeOut = (reason: GateReason) => fr(`Sera exclu : ${closed[reason]}`);
export const lacking = (labels: string[]) => fr(`Il manque : ${labels.join(', ')}.`);
export const mend = 'Compléter la fiche';
export const withoutSubject = '(sans objet)';

export const writeTitle = (name: string) => fr(`Écrire à ${name}`);
export const write = 'Écrire';
export const writeBy: Record<MessageChannel, string> = {
  mail: 'Envoyer un mail',
  sms: 'Envoyer un SMS',
  letter: 'Envoyer un courrier',
};
export const send = 'Envoyer';
export const sent = (name: string) => fr(`Message envoyé à ${name}`);
export const service = fr(
  'Message de service : il répond à une demande ou confirme ce qui est convenu',
);
export const serviceHint =
  'La loi ne demande pas d’accord pour un message de service. Une offre n’en est pas un.';
export const followUp = 'Prochaine relance';
export const fictitious = fr(
  'Rien ne part réellement : le simulateur joue l’envoi et les réponses.',
);

/** A template at a glance: its fields by their names, without what the language of messages puts around them. */
export const glimpse = (text: string) =>
  text
    .replace(/\{(?:si [^{}]*|sinon|fin)\}/g, ' ')
    .replace(/\{(?:[^{}|]*\.)?([^{}|.]*)(?:\|[^{}]*)?\}/g, '[$1]')
    .replace(/\s+/g, ' ')
    .trim();
export const templatesTitle = 'Modèles';
export const templatesGo = 'Aller aux modèles de messages';
export const noOwn = fr('Aucun modèle à vous : gardez-en un depuis un message.');
export const removeTemplate = (name: string) => fr(`Supprimer le modèle « ${name} »`);
export const useTemplate = (name: string) => fr(`Utiliser « ${name} »`);
export const use = 'Utiliser';

export const printLetters = 'Imprimer';
export const lettersTitle = (count: number) => plural(count, 'courrier', 'courriers');
export const lettersHint = fr(
  'Une page par lettre, adresse à droite pour une enveloppe à fenêtre. Dans la fenêtre d’impression, gardez l’échelle 100 %.',
);
export const lettersCut = (shown: number, total: number) =>
  fr(
    `Seules les ${formatCount(shown)} premières lettres sont montrées, sur ${formatCount(total)}.`,
  );
export const moreLetters = 'Lettres suivantes';
export const backFromLetters = 'Revenir';
export const about = 'Objet';
export const placeAndDay = (place: string, day: string) => `${place}, le ${day}`;
export const phoneOf = (phone: string) => fr(`Tél. ${phone}`);
