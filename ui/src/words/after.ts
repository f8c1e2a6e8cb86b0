import type { Loyalty, Part, StepCode } from '../engine/types';
import { formatDate } from './format';
import { formatCount, fr, plural } from './typography';

export const title = 'Après-vente';
export const figures = {
  estimate: 'Kilométrage estimé ce jour',
  kmPerYear: 'Kilométrage annuel',
  nextVisit: 'Prochaine visite attendue',
  nextByDate: 'Échéance par la date',
  nextByKm: 'Échéance par le kilométrage',
  inspection: 'Contrôle technique au plus tard',
  warrantyEnd: 'Fin de garantie',
  financeEnd: 'Fin de financement',
  meanInterval: 'Intervalle moyen entre visites',
  medianInterval: 'Intervalle médian entre visites',
};
export type FigureKey = keyof typeof figures;
export const visits = 'Visites à l’atelier';
export const lastVisit = 'Dernière visite';
export const never = 'aucune';
export const unknown = 'non calculable';
export const carChoice = 'Véhicule';
export const soldCar = 'cédé';
export const print = 'Imprimer';
export const show = 'Montre le calcul';
export const showOf = (label: string) => fr(`Montre le calcul : ${label}`);
export const past = 'dépassée';

const loyalties: Record<Loyalty, string> = {
  no_car: 'Aucun véhicule à suivre',
  regular: 'Vient régulièrement',
  late: 'En retard de visite',
  lost: 'Perdu de vue par l’atelier',
  never: 'Jamais venu à l’atelier',
};
export const loyalty = (found: Loyalty) => loyalties[found];

export const curve = 'Courbe du kilométrage';
export const curveOf = (car: string, count: number) =>
  fr(`Courbe du kilométrage de ${car} : ${plural(count, 'relevé', 'relevés')}`);
export const readings = 'Relevés';
export const odd = (count: number) =>
  fr(
    `${plural(count, 'relevé impossible', 'relevés impossibles')} : le compteur reculerait. À vérifier sur la facture.`,
  );
export const oddMark = 'impossible';
export const registered = 'mise en circulation';
export const invoice = (number: string) => `facture ${number}`;
export const estimated = 'estimation de ce jour';
export const noCurve = fr(
  'Aucun relevé : la courbe se dessinera quand une facture portera le kilométrage.',
);
export const readOn = 'Relevé le';
export const issuedOn = 'Date';
export const number = 'Facture';
export const km = 'Kilométrage';
export const source = 'Origine';

export const invoices = 'Factures';
export const byKind = 'Type';
export const byCar = 'Véhicule';
export const byYear = 'Année';
export const anyKind = 'Tous les types';
export const anyCar = 'Tous les véhicules';
export const anyYear = 'Toutes les années';
export const total = (count: number) => fr(`Total de ${plural(count, 'facture', 'factures')}`);
export const noInvoice = 'Aucune facture pour ces choix.';
export const noCar = 'Aucun véhicule';
export const noCarHint = fr(
  'Ajoutez le véhicule du client : ses factures donneront sa courbe et ses échéances.',
);

/** A value with its unit, as it is read. */
export function part(value: Part): string {
  switch (value.unit) {
    case 'day':
      return formatDate(value.value);
    case 'km':
      return fr(`${formatCount(value.value)} km`);
    case 'km_per_year':
      return fr(`${formatCount(value.value)} km`) + ' par an';
    case 'days':
      return plural(value.value, 'jour', 'jours');
    case 'months':
      return fr(`${formatCount(value.value)} mois`);
    case 'count':
      return formatCount(value.value);
    case 'list':
      return value.value.map(formatCount).join(' ; ');
  }
}

const steps: Record<StepCode, (...parts: string[]) => string> = {
  no_readings: () => 'Il manque des relevés de kilométrage.',
  too_close: () => 'Les relevés sont trop proches : il en faut deux, à trois mois au moins.',
  no_visit: () => 'Aucune visite à l’atelier.',
  one_visit: () => 'Une seule visite : il en faut deux pour un intervalle.',
  no_registration: () => 'La date de mise en circulation manque.',
  no_financing: () => 'La date ou la durée du financement manque.',
  sold: () => 'Le véhicule a été cédé.',
  first_reading: (km, day) => `Premier relevé retenu : ${km} le ${day}.`,
  last_reading: (km, day) => `Dernier relevé : ${km} le ${day}.`,
  odd_readings: (count) => `Relevés impossibles laissés de côté : ${count}.`,
  distance: (km, days) => `Distance entre les deux : ${km} en ${days}.`,
  rate: (km, days, rate) => `${km} ÷ ${days} × 365,25 = ${rate}.`,
  since: (days) => `Depuis ce relevé : ${days}.`,
  driven: (rate, days, km) => `${rate} × ${days} ÷ 365,25 = ${km}.`,
  sum: (last, driven, sum) => `${last} + ${driven} = ${sum}.`,
  intervals: (list) => `Jours entre deux visites qui se suivent : ${list}.`,
  sorted: (list) => `Du plus court au plus long : ${list}.`,
  mean: (sum, count, mean) => `${sum} ÷ ${count} = ${mean}.`,
  median: (days) =>
    `Celui du milieu (entre les deux du milieu s’ils sont en nombre pair) : ${days}.`,
  last_visit: (day) => `Dernière visite : ${day}.`,
  from_purchase: (day) => `Aucune visite : on part de l’achat, le ${day}.`,
  from_registration: (day) => `Aucune visite : on part de la mise en circulation, le ${day}.`,
  every_months: (months, day) => `Entretien tous les ${months} : ${day}.`,
  every_km: (km, due) => `Entretien tous les ${km} : à ${due}.`,
  reached_on: (rate, days, day) => `À ${rate}, atteint ${days} après ce relevé : ${day}.`,
  earlier: (date, km, day) =>
    `Par la date : ${date}. Par le kilométrage : ${km}. Au premier terme : ${day}.`,
  registered: (day) => `Mise en circulation : ${day}.`,
  first_inspection: (months, day) => `Premier contrôle au bout de ${months} : ${day}.`,
  next_inspection: (months, day) => `Puis tous les ${months}. Le prochain : ${day}.`,
  last_inspection: (day) => `Dernier contrôle facturé : ${day}.`,
  makers_warranty: (months, day) => `Garantie du constructeur, ${months} : ${day}.`,
  prolonged: (months, day) => `Garantie vendue avec le véhicule, ${months} : ${day}.`,
  financed: (day) => `Financement du ${day}.`,
  lasts: (months, day) => `Durée ${months} : ${day}.`,
};
export const step = (code: StepCode, parts: Part[]) => fr(steps[code](...parts.map(part)));
