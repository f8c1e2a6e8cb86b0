import { fr } from './typography';

export const title = 'Bienvenue dans la concession';
export const intro = (group: string) =>
  fr(
    `Vous travaillez chez ${group}, un groupe de concessions imaginaire : ses clients, ses véhicules et ses factures n’existent pas. Essayez tout : rien ne sort d’ici et tout s’annule.`,
  );
export const day = (long: string) =>
  fr(`Dans le simulateur, nous sommes le ${long} : tout ce qui est à faire part de ce jour.`);
export const visit = 'Visite guidée';
export const resume = 'Reprendre un classeur';
export const restart = 'Remettre à zéro';
export const help = 'Aide';
export const close = 'Fermer l’accueil';
