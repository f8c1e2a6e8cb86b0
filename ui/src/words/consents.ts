import type { ChannelView, ContactMode, ContactReason, ContactVerdict } from '../engine/types';
import { formatDate } from './format';
import { fr } from './typography';

export const title = fr('Joignable aujourd’hui ?');
export const rules = 'Règles appliquées';
const modes: Record<ContactMode, string> = {
  complete: 'Règles complètes',
  strict: 'Accord strict',
};
export const mode = (known: ContactMode) => modes[known];
export const modeHint: Record<ContactMode, string> = {
  complete: fr('Les exceptions de la loi comptent : client existant, contrat en cours, sociétés.'),
  strict: 'Seul un accord enregistré compte.',
};
export const yes = 'Oui';
export const no = 'Non';
const channels: Record<string, string> = {
  phone: 'Téléphone',
  sms: 'SMS',
  mail: 'Mail',
  letter: 'Courrier',
};
export const channel = (known: string) => channels[known] ?? known;

const reasons: Record<ContactReason, (day: string, channel: string) => string> = {
  agreed: (day) => (day ? `Accord donné le ${day}.` : 'Accord donné.'),
  not_opposed: () => 'Aucune opposition : une information suffit.',
  existing_client: () =>
    'Déjà client : produits et services analogues, opposition possible à chaque envoi.',
  running_contract: (day) =>
    `Financement en cours jusqu’au ${day} : pour une sollicitation qui s’y rapporte.`,
  no_address: (_, channel) =>
    channel === 'letter'
      ? 'L’adresse n’est pas renseignée.'
      : channel === 'mail'
        ? 'Aucune adresse mail.'
        : channel === 'sms'
          ? 'Aucun portable.'
          : 'Aucun numéro.',
  refused: (day) => (day ? `Refus du ${day}.` : 'Refus enregistré.'),
  withdrawn: (day) => (day ? `Accord retiré le ${day}.` : 'Accord retiré.'),
  expired: (day) => `L’accord du ${day} n’est plus valable : il faut le redemander.`,
  undated: () => 'Accord sans date : il ne prouve rien.',
  no_consent: () => 'Aucun accord enregistré.',
  closed_day: () => 'Pas aujourd’hui : dimanche, jour férié ou jour non permis.',
  too_many_calls: () => 'Déjà quatre appels en trente jours.',
};
export const reason = ({ reason: code, day }: ContactVerdict, channel: string) =>
  fr(reasons[code](day ? formatDate(day) : '', channel));

export function hours({ hours: allowed, now }: ChannelView): string {
  const spans = allowed.map(([from, until]) => `${hour(from)} à ${hour(until)}`).join(' et ');
  return now ? `De ${spans}.` : fr(`De ${spans} : il est trop tôt ou trop tard maintenant.`);
}

function hour(text: string): string {
  const [hours = '', minutes = '00'] = text.split(':');
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}

export const source = (text: string) => fr(`Règle : ${text}`);
export const agree = 'Accord';
export const refuse = 'Refus';
export const withdraw = 'Retrait';
export const agreeBy = (channel: string) => fr(`${channel} : enregistrer un accord`);
export const refuseBy = (channel: string) => fr(`${channel} : enregistrer un refus`);
export const withdrawBy = (channel: string) => fr(`${channel} : enregistrer un retrait`);
export const howAgreed = fr('Comment l’accord a-t-il été donné ?');
export const lines = 'Consentements enregistrés';
