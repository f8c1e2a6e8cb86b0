// A list made a targeting; a tile of a targeting.
import { fr } from './typography';

export const makeTarget = 'En faire un ciblage';
export const makeTargetWithoutSearch = 'En faire un ciblage (sans la recherche)';
export const makeTargetHint =
  'Reprend les filtres de cette liste comme conditions d’un ciblage, à compléter et à enregistrer.';

export const toBoard = 'Voir dans un tableau de bord';
export const among = 'Parmi';
export const everybody = 'Toutes les fiches';
export const ownGroup = 'De cette tuile';
export const mineGroup = 'Mes ciblages';
export const readyGroup = 'Ciblages du métier';
export const builtHere = 'Ciblage de cette tuile';
export const gone = 'Ciblage supprimé';
export const frozen = (name: string) => `${name} (figé)`;
export const onlyThose = (title: string) => fr(`Parmi : ${title}`);
export const targeted = 'Cette tuile ne compte que les fiches d’un ciblage.';
export const targetingLabel = 'Ciblage';
export const relatedToo = 'Les fiches comptées sont celles du ciblage, ou leur sont liées.';
export const notApplied = (why: string) =>
  fr(
    `Le ciblage de cette tuile ne s’applique plus. ${why} Choisissez-en un autre avec « Modifier », ou retirez la tuile.`,
  );

/** Figures of the trade that nothing in the base can give. */
export const notKnown = fr(
  'La base ne connaît ni le stock de véhicules d’occasion (pas de taux de rotation), ni les bons de commande (une vente est sa facture), ni l’envoi dont vient un achat. Les doublons se comptent à l’écran « Doublons ».',
);
