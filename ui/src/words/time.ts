import type { DroppedView, Passed } from '../engine/types';
import { formatDate } from './format';
import { formatCount, fr, plural } from './typography';

export const day = 'Jour d’utilisation';
export const advanceTo = 'Avancer jusqu’à';
export const toTomorrow = 'Demain';
export const toMonday = 'Lundi';
export const toNextWeek = 'La semaine prochaine';
export const ahead = (calendar: string) =>
  `En avance sur le calendrier, qui est au ${formatDate(calendar)}. La remise à zéro y ramène.`;

export const toCome = (count: number, next: string | null) =>
  next === null
    ? 'Plus rien n’est prévu dans la vie des clients.'
    : fr(
        `${plural(count, 'événement attend', 'événements attendent')} dans la vie des clients (visites, appels, achats) : le prochain le ${formatDate(next)}.`,
      );

export const advanced = (days: number) =>
  days === 1
    ? 'Un jour a passé'
    : days === 7
      ? 'Une semaine a passé'
      : fr(`${plural(days, 'jour', 'jours')} ont passé`);

/** « 12 événements sont arrivés, dont 1 chez un nouveau propriétaire. 31 leads ont été redatés. » */
export function came(passed: Passed): string {
  const sentences = [
    passed.came === 0
      ? 'Rien de nouveau chez les clients.'
      : `${plural(passed.came, 'événement est arrivé', 'événements sont arrivés')}${followed(passed.followed)}.`,
  ];
  if (passed.dropped > 0)
    sentences.push(
      `${plural(passed.dropped, 'n’a pas pu avoir lieu', 'n’ont pas pu avoir lieu')}.`,
    );
  if (passed.leads > 0)
    sentences.push(
      `${plural(passed.leads, 'lead sans suite a été redaté', 'leads sans suite ont été redatés')}.`,
    );
  return sentences.join(' ');
}

const followed = (count: number) =>
  count === 0 ? '' : fr(`, dont ${formatCount(count)} chez le nouveau propriétaire du véhicule`);

export const droppedCount = (count: number) =>
  plural(count, 'événement n’a pas eu lieu', 'événements n’ont pas eu lieu');

const kinds: Record<string, string> = {
  purchase: 'achat',
  invoice: 'passage en après-vente',
  activity: 'contact',
  reply: 'réponse à un message',
};

const reasons: Record<string, string> = {
  customer_deleted: 'la fiche a été supprimée',
  vehicle_deleted: 'le véhicule a été supprimé',
  vehicle_sold: 'le véhicule a été cédé',
};

export function dropped({ dueAt, kind, label, reason }: DroppedView): string {
  const who = label ? ` de ${label}` : '';
  return fr(`${formatDate(dueAt)} : ${kinds[kind] ?? 'événement'}${who}, ${reasons[reason] ?? ''}`);
}
