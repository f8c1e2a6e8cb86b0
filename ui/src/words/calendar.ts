import { fr } from './typography';

export const calendarTitle = fr('Calendrier : jours fériés et vacances scolaires');
export const alsace = 'Jours fériés d’Alsace-Moselle (Vendredi saint et 26 décembre)';
export const schoolYear = 'Année scolaire';
export const yearName = (year: number) => `${year}-${year + 1}`;
export const editedYear = 'modifiée';
export const addPeriod = 'Ajouter une période';
export const removePeriod = (at: number) => `Retirer la ligne ${at + 1}`;
export const columns = { zone: 'Zone', name: 'Nom', from: 'Premier jour', to: 'Dernier jour' };
export const saveYear = 'Enregistrer l’année';
export const restoreYear = 'Revenir au calendrier du produit';
export const yearSaved = 'Année scolaire enregistrée';
export const addYear = (year: number) => `Ajouter ${yearName(year)}`;
export const calendarHint = fr(
  'Ce calendrier est celui de ce poste : il part avec le classeur de la séance et reste après une remise à zéro.',
);
export const noPeriods = fr('Aucune période pour cette année : ajoutez-les d’après l’arrêté.');
