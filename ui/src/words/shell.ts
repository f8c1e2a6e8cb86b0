import { fr, plural } from './typography';

export const skip = 'Aller au contenu';
export const navigation = 'Navigation principale';
export const home = 'Accueil';
export const records = 'Fichier';
export const analysis = 'Analyse';
export const quality = 'Qualité';
export const base = 'Ma base';
export const clients = 'Clients';
export const dashboards = 'Tableaux de bord';
export const doubles = 'Doublons';
export const cleaning = 'Nettoyage';
export const data = 'Données';
export const search = 'Rechercher…';
export const searchShort = 'Rechercher un client ou une action';
export const searchHint = 'Nom, téléphone, plaque, mail, ville, n° de facture…';
export const results = 'Résultats';
export const actions = 'Actions';
export const found = 'Clients trouvés';
export const nothing = (text: string) => fr(`Aucun client ne correspond à « ${text} ».`);
export const tryAgain =
  'Essayez une partie du nom, un numéro de téléphone, une plaque ou une ville.';
export const more = (count: number) =>
  `et ${plural(count, 'autre', 'autres')}, précisez la recherche`;
export const newPerson = 'Nouveau particulier';
export const newCompany = 'Nouvelle société';
export const goHome = 'Aller à l’accueil';
export const goClients = 'Aller à la liste des clients';
export const goLeads = 'Aller au tableau des leads';
export const goDashboards = 'Aller aux tableaux de bord';
export const goDoubles = 'Chercher les doublons';
export const goCleaning = 'Nettoyer la base';
export const goData = 'Aller aux données';
export const who = 'Je suis';
export const whoChoose = 'Qui êtes-vous\u00a0?';
export const dayOfUse = 'Jour d’utilisation';
export const undoTour = 'Annuler et rétablir';
export const goHelp = 'Lire l’aide';
export const goAbout = 'À propos, licences, accessibilité';
export const fullScreen = 'Plein écran';
export const leaveFullScreen = 'Quitter le plein écran';
export const quit = 'Quitter le simulateur';
export const quitTitle = 'Quitter le simulateur\u00a0?';
export const quitHint =
  'Tout ce que vous avez fait est enregistré. Pour revenir, relancez le programme.';
export const stay = 'Rester';
export const quitDone = 'Le simulateur est fermé';
export const quitDoneHint =
  'Votre travail est enregistré. Vous pouvez fermer cet onglet et retirer la clé USB.';
export const messages = 'Messages';
export const closeMessage = 'Fermer le message';
export const close = 'Fermer';
export const opening = 'Ouverture du simulateur…';
export const keyboardHelp = 'Flèches pour choisir, Entrée pour ouvrir, Échap pour fermer';
export const notFoundPage = 'Cette page n’existe pas';
export const backHome = 'Revenir à l’accueil';

export const memoryRefused =
  'Ce navigateur n’autorise pas l’enregistrement\u00a0: votre travail sera perdu à la fermeture de cette page.';
export const memoryStopped =
  'Ce navigateur n’arrive plus à enregistrer (disque plein, données effacées\u00a0?)\u00a0: ce que vous faites maintenant sera perdu à la fermeture de cette page.';
export const memoryFull =
  'Il n’y a plus de place pour enregistrer\u00a0: ce que vous faites maintenant sera perdu à la fermeture de cette page.';
export const otherTab = 'Le simulateur est déjà ouvert dans un autre onglet.';
export const otherTabTaken = 'Le simulateur vient d’être repris dans un autre onglet.';
export const takeOver = 'Continuer ici';
export const replaced = 'Le programme a redémarré. Votre travail enregistré est intact.';
export const replacedLost =
  'Le programme a redémarré et vos dernières modifications sont perdues, car ce navigateur n’enregistre pas.';
export const lmsFailed = 'La plateforme de formation n’a pas enregistré votre avancement.';
export const lmsFinished = 'La leçon est terminée\u00a0: vous pouvez fermer cette fenêtre.';
/** Where the work done on another computer stands. */
export const work = {
  resumed: 'Votre travail fait sur un autre ordinateur a été repris depuis la plateforme.',
  'resumed-partly':
    'Votre travail fait sur un autre ordinateur a été repris depuis la plateforme, sauf les toutes dernières modifications.',
  'other-computer':
    'Votre travail précédent est resté sur un autre ordinateur\u00a0: vous repartez ici de la base école.',
  'too-much':
    'Votre travail est devenu trop volumineux pour la plateforme. Pour le continuer sur un autre ordinateur, emportez-le en classeur.',
};
export const finish = 'Terminer et enregistrer';
export const startAfresh = 'Repartir de la base école';
export const startAfreshHint =
  'Les données abîmées seront mises de côté dans ce navigateur, et la base école du jour prendra leur place.';
export const searchKeys = 'Ctrl\u00a0K';
