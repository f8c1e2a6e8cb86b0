import type { Reason } from '../engine/types';
import { fr } from './typography';

export const person = 'Nouveau particulier';
export const company = 'Nouvelle société';
export const save = 'Créer la fiche';
export const cancel = 'Abandonner';
export const hint = fr('* à remplir · Ctrl+Entrée enregistre');
export const lookalikes = 'Fiches ressemblantes';
export const lookalikesIdle =
  'Dès que vous tapez un nom, un téléphone ou un mail, les fiches qui ressemblent apparaissent ici, pour ne pas créer de doublon.';
export const lookalikesNone = 'Aucune fiche ressemblante.';
export const lookalikesSome = fr('Vérifiez avant de créer : est-ce la même personne ?');
export const open = 'Ouvrir cette fiche';
export const openOf = (label: string) => fr(`Ouvrir cette fiche : ${label}`);
export const score = (points: number) => fr(`${points} %`);
export const disagree = (postcode: string, towns: string[]) =>
  towns.length > 0
    ? fr(`Le ${postcode} correspond à ${towns.slice(0, 3).join(', ')}.`)
    : `Le code postal et la ville ne correspondent pas.`;
export const useTown = (town: string) => `Choisir ${town}`;
export const towns = fr('Communes de ce code postal :');

const reasons: Record<Reason, string> = {
  same_mobile: 'même portable',
  same_phone: 'même téléphone',
  same_mail: 'même mail',
  same_name: 'même nom',
  close_name: 'nom très proche',
  swapped_name: 'nom et prénom inversés',
  same_birth_date: 'même date de naissance',
  same_address: 'même adresse',
  same_siren: 'même SIREN',
  same_town: 'même ville',
};

export const reasonList = (list: Reason[]) => list.map((reason) => reasons[reason]).join(', ');
