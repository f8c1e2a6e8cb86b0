import type { FaultWhy, Value } from '../engine/types';
import { formatDate } from './format';
import { formatCount, fr } from './typography';

type Sentence = string | ((against: string, other: string) => string);

/** Why a value is found wrong, said to the person who will mend it. */
const sentences: Record<FaultWhy, Sentence> = {
  unreachable: 'Ni téléphone, ni mail, ni adresse.',
  phone_format: 'Bon numéro, mal présenté.',
  phone_zero_lost: 'Le zéro de tête a disparu.',
  phone_short: 'Il manque des chiffres : à redemander.',
  phone_long: 'Il y a des chiffres en trop : à redemander.',
  phone_letters: 'Il y a des lettres dans le numéro.',
  phone_other: 'Ce n’est pas un numéro français.',
  landline_in_mobile: 'C’est un numéro fixe : aucun SMS n’y arrive.',
  mobile_in_landline: 'C’est un numéro de portable.',
  mail_no_at: 'L’arobase manque.',
  mail_two_ats: 'Il y a plusieurs arobases.',
  mail_blank: 'Il y a une espace dans l’adresse.',
  mail_comma: 'Il y a une virgule à la place d’un point.',
  mail_host: 'Le nom de la messagerie ressemble à un autre, à une ou deux lettres près.',
  mail_other: 'L’adresse ne tient pas debout.',
  mail_missing: 'À demander au prochain contact.',
  postcode_format: 'Bon code, mal présenté.',
  postcode_zero_lost: 'Le zéro de tête a disparu.',
  postcode_other: 'Ce code n’existe pas en France.',
  postcode_town: 'Cette ville n’est pas à ce code postal.',
  postcode_missing: 'Le code postal manque.',
  town_missing: 'La ville manque.',
  address_long: 'Plus de 38 caractères sur une ligne.',
  name_missing: 'Le nom manque.',
  names_swapped: 'Le prénom est un nom de famille, et le nom un prénom.',
  name_capitals: 'Tout en capitales.',
  name_small: 'Sans majuscule.',
  name_signs: 'Un chiffre ou un signe s’est glissé dans le nom.',
  civility_first_name: 'Ce prénom n’est pas porté avec cette civilité.',
  birth_default: 'Date de remplissage : mieux vaut vide que faux.',
  minor: 'Ce client serait mineur : date à vérifier.',
  firm_format: 'Bon numéro, mal présenté.',
  siren_key: 'La clé de contrôle du SIREN est fausse.',
  siret_key: 'La clé de contrôle du SIRET est fausse : à relever sur une facture.',
  siret_not_siren: 'Le SIRET ne commence pas par le SIREN.',
  siren_missing: 'Le SIREN manque : ce sont les neuf premiers chiffres du SIRET.',
  naf_format: 'Bon code, mal présenté.',
  naf_obsolete: 'Code de l’ancienne nomenclature.',
  naf_other: 'Ce n’est pas un code NAF : quatre chiffres et une lettre.',
  plate_format: 'Bonne plaque, mal présentée.',
  plate_letters: 'I, O et U n’existent pas sur une plaque : à relever sur la carte grise.',
  plate_other: 'Ce n’est pas une immatriculation française.',
  vin_format: 'Bon numéro, mal présenté.',
  vin_length: (count) => `${count} caractères au lieu de 17 : à relever sur la carte grise.`,
  vin_letters: 'Une lettre y est impossible : I, O ou Q.',
  vin_twice: (_, other) => `Même châssis que ${other}, chez le même client.`,
  plate_twice: (_, other) => `Même plaque que ${other}, mais un autre châssis.`,
  vehicle_sold: (_, other) => `${other} l’amène maintenant à l’atelier : dater la cession.`,
  mileage_falls: (km, other) => `Plus bas que les ${km} km de la facture ${other}.`,
  mileage_absurd: (km) => `Au-delà de ${km} km, c’est invraisemblable.`,
  invoice_too_early: (day, other) => `La facture ${other} est du ${day}, avant cette date.`,
  invoice_elsewhere: (_, other) => `Le véhicule ${other} est rattaché à un autre client.`,
  date_ahead: 'Cette date n’est pas encore venue.',
  dates_crossed: (day) => `Vient avant le ${day}, qui doit le précéder.`,
  consent_contradictory: (day) =>
    day
      ? `Refusé depuis, le ${day} : le refus vaut retrait.`
      : 'Un refus existe sur le même canal.',
  consent_expired: (day) => `Donné le ${day} : il y a plus d’un an.`,
  consent_undated: 'Rien ne dit quand il a été donné.',
  consent_unproven: 'Rien ne dit d’où il vient.',
  withdrawal_undated: 'Retiré, mais on ne sait pas quand.',
  withdrawal_untold: 'Une date de retrait, et pourtant « Accordé ».',
  follow_up_missing: 'Affaire en cours, et aucune date pour la suite.',
  lead_of_customer: 'Même nom et mêmes coordonnées qu’un client connu.',
  deceased: 'Un texte du suivi annonce un décès.',
  letter_returned: 'Un courrier est revenu : n’habite plus à l’adresse.',
  struck_off: 'Un texte du suivi dit la société radiée.',
};

export function whySentence(why: FaultWhy, against: Value, other: string | null): string {
  const sentence = sentences[why];
  if (typeof sentence === 'string') return fr(sentence);
  return fr(sentence(heldAgainst(against), other ?? ''));
}

function heldAgainst(against: Value): string {
  if (typeof against === 'number') return formatCount(against);
  if (typeof against === 'string')
    return /^\d{4}-\d\d-\d\d/.test(against) ? formatDate(against) : against;
  return '';
}
