import * as create from '../create';
import * as agenda from '../agenda';
import * as customer from '../customer';
import * as customers from '../clients';
import * as home from '../home';
import * as inbox from '../inbox';
import * as leads from '../leads';
import * as lists from '../lists';
import * as timeline from '../timeline';
import * as shell from '../shell';
import { french, type Topic } from './topic';

/** The day's work: who to call, who asked, what a record holds. */
const dailyTopics: Topic[] = [
  {
    key: 'accueil',
    title: home.title,
    match: /^\/$/,
    purpose:
      'Votre journée : les relances en retard, celles du jour et de la semaine, les leads qui attendent une réponse et les rendez-vous.',
    steps: [
      'Choisissez qui vous êtes, en haut à droite : « Mes relances » ne montre alors que les vôtres.',
      'Traitez d’abord « En retard » : une relance ne disparaît que si elle est faite.',
      'Une touche note l’appel et fixe la relance suivante ; « Fait » permet de détailler ce qui s’est dit.',
      'Cliquez sur un nom pour ouvrir la fiche avant d’appeler.',
    ],
    keys: [
      ['1, 3, 7, M', 'appel noté, prochaine relance demain, dans 3 jours, 7 jours, 1 mois'],
      ['F', 'fait, sans suite'],
      ['N', 'détailler la relance'],
      ['↑ ↓', 'relance précédente, suivante'],
    ],
    tour: [
      { named: home.scope, text: 'Vos relances, ou celles de toute l’équipe.' },
      { named: home.overdue, text: 'Ce qui aurait dû être fait : commencez par là.' },
      {
        named: home.leads,
        text: 'Les demandes reçues et le temps qui reste pour y répondre, en heures d’ouverture.',
      },
      { named: home.agenda, text: 'Les rendez-vous du jour.' },
      {
        named: home.people,
        text: 'La part de chacun : un clic montre les relances d’une personne.',
      },
    ],
  },
  {
    key: 'boite',
    title: inbox.title,
    match: /^\/boite/,
    purpose:
      'Ce que les clients répondent à vos mails, SMS, courriers et campagnes : demandes, questions, plaintes, adresses qui ne vont plus.',
    steps: [
      'Les réponses non lues sont en gras, et comptées dans le menu ; l’une d’elles est lue quand vous l’ouvrez.',
      'Lisez la réponse, puis « Ce qui est attendu » à droite.',
      'Cochez ce que vous faites : répondre, prendre rendez-vous, prévoir une relance, retirer un consentement, corriger la fiche. Tout est fait en une fois, et s’annule en une fois.',
      'Un client peut aussi passer sans rendez-vous : son passage attend ici, avec ce qu’il voulait.',
      'Une réclamation laissée sans réponse use la patience du client : ses réactions suivantes s’en ressentent.',
      'Un rendez-vous, pris ici ou dans l’agenda, est honoré ou non le jour venu ; l’atelier facture, la vente se décide dans les jours qui suivent.',
      'Pour voir arriver la suite, avancez le jour d’utilisation à l’écran « Données ».',
    ],
    keys: [
      ['↑ ↓', 'réponse précédente, suivante'],
      ['L', 'lue, non lue'],
      ['Ctrl+Entrée', 'traiter'],
    ],
    tour: [
      { named: inbox.lines, text: 'Les réponses, la plus récente en haut.' },
      { named: inbox.handling, text: 'Ce qui est attendu, et ce que vous en faites.' },
    ],
  },
  {
    key: 'leads',
    title: leads.title,
    match: /^\/leads/,
    purpose:
      'Les demandes arrivées par internet, par téléphone ou sur place, rangées par état, la plus urgente en haut.',
    steps: [
      'Ouvrez un lead : sa demande, son délai et les fiches qui ressemblent à la personne sont là.',
      'Si la personne est déjà cliente, rattachez le lead à sa fiche : jamais deux fiches pour une personne.',
      'Répondez, puis fixez la relance suivante ; la réponse s’inscrit dans le suivi.',
      'Convertissez-le en fiche quand le projet est réel, ou notez-le perdu avec son motif.',
    ],
    keys: [
      ['R', 'répondre'],
      ['T', 'rattacher à une fiche'],
      ['C', 'convertir en fiche'],
      ['P', 'noter perdu'],
      ['↑ ↓', 'lead précédent, suivant'],
    ],
    tour: [
      { named: leads.views, text: 'Les mêmes leads en tableau ou en liste.' },
      { named: leads.filters, text: 'Une concession, un responsable, un type de demande.' },
      { named: leads.newLead, text: 'Une demande reçue par téléphone se saisit ici.' },
    ],
  },
  {
    key: 'agenda',
    title: agenda.title,
    match: /^\/agenda/,
    purpose:
      'Les rendez-vous de chacun, les réunions qui se répètent et les relances à faire, par jour, semaine, mois ou liste.',
    steps: [
      'Choisissez l’agenda de qui, la concession et les zones de vacances scolaires à montrer.',
      'Cliquez sur un créneau, ou tracez-le à la souris, pour écrire un rendez-vous.',
      'Faites glisser une fiche du volet « À placer » sur un créneau ; « Planifier », sur une fiche ou une sélection de liste, l’y envoie.',
      'Déplacez un rendez-vous à la souris, tirez son bord bas pour changer sa durée. S’il se répète, dites ce qui est concerné : lui seul, les suivants ou tous.',
      'Déplacer une relance change la date de prochaine relance de la fiche : c’est la même.',
      'Lisez « À savoir » avant d’enregistrer : jour férié, vacances, fermeture, double réservation.',
    ],
    keys: [
      ['Flèches', 'changer de créneau ou de jour'],
      ['Maj + flèches', 'allonger le créneau ; sur un rendez-vous, le déplacer'],
      ['Entrée', 'nouveau rendez-vous, ou ouvrir celui-ci'],
      ['M', 'menu du rendez-vous : déplacer, durée, fait, supprimer'],
      ['Suppr', 'supprimer le rendez-vous'],
    ],
    tour: [
      { named: agenda.views, text: 'Jour, semaine, mois ou liste.' },
      { named: agenda.owner, text: 'L’agenda d’une personne, ou de tout le monde.' },
      {
        named: agenda.toPlace,
        text: 'Ce qui attend un rendez-vous : à faire glisser sur un créneau.',
      },
    ],
  },
  {
    key: 'liste',
    title: 'Les listes',
    match: /^\/(clients$|liste\/)/,
    purpose:
      'Toutes les fiches d’une sorte : clients, véhicules, factures, activités. On y trie, on filtre, on groupe, on modifie en nombre, on imprime, on exporte.',
    steps: [
      'Cliquez sur un titre de colonne pour trier ; avec Maj, ajoutez un deuxième tri.',
      'Clic droit sur une cellule : ne garder que cette valeur, ou grouper par cette colonne.',
      '« Colonnes » montre ou cache n’importe quel champ, même calculé.',
      'Cochez des lignes pour les modifier ensemble : vous voyez ce qui changera avant de valider.',
    ],
    keys: [
      ['Flèches', 'aller d’une cellule à l’autre'],
      ['Entrée', 'ouvrir la fiche ou modifier la cellule'],
      ['F2', 'modifier la cellule'],
      ['Espace', 'sélectionner la ligne'],
      ['Maj + F10', 'menu de la cellule'],
    ],
    tour: [
      { named: customers.quick, text: 'Quelques lettres suffisent à réduire la liste.' },
      { named: customers.filters, text: 'Un filtre sur n’importe quel champ.' },
      { named: lists.groupBy, text: 'Compter et additionner par valeur d’une colonne.' },
      { named: lists.printList, text: 'La liste telle qu’elle sortira de l’imprimante.' },
      { named: lists.exportList, text: 'La même liste dans un classeur Excel.' },
    ],
  },
  {
    key: 'fiche',
    title: 'La fiche d’un client',
    match: /^\/clients\/./,
    purpose:
      'Tout ce que l’on sait d’une personne ou d’une société : identité, véhicules, factures, suivi, notes, consentements, après-vente.',
    steps: [
      'Cliquez sur une valeur pour la modifier : elle s’enregistre quand vous quittez le champ.',
      'Notez chaque contact dans le suivi, avec la date de la prochaine relance.',
      'L’onglet « Après-vente » donne le kilométrage, les visites et ce qui arrive à échéance ; « Montre le calcul » dit pourquoi.',
      'Avant d’écrire ou d’appeler, regardez « Joignable aujourd’hui ? ».',
      'Cliquez sur le nom d’un champ : son historique, et toutes ses valeurs dans la base.',
    ],
    keys: [
      ['Alt + S', 'noter une activité, puis A pour un appel, M pour un mail…'],
      ['Entrée', 'modifier la valeur choisie'],
      ['Échap', 'renoncer à la saisie'],
      ['Maj + F10', 'historique du champ'],
    ],
    tour: [
      { named: customer.sections, text: 'Les parties de la fiche, avec ce que chacune contient.' },
      { named: timeline.write, text: 'Un appel, un mail, une visite : noté en deux gestes.' },
      { named: 'Identité', text: 'Chaque valeur se modifie là où elle est.' },
    ],
  },
  {
    key: 'creation',
    title: 'Créer une fiche',
    match: /^\/nouveau\//,
    purpose: 'Une nouvelle personne ou société, sans créer de doublon.',
    steps: [
      'Commencez par le nom et le téléphone : les fiches ressemblantes apparaissent à droite.',
      'Si la personne existe déjà, ouvrez sa fiche plutôt que d’en créer une autre.',
      'Le code postal propose la ville.',
      'Demandez l’accord pour chaque canal et notez d’où il vient.',
    ],
    keys: [
      ['Ctrl + Entrée', 'enregistrer la fiche'],
      ['Échap', 'renoncer'],
    ],
    tour: [{ named: create.lookalikes, text: 'Les fiches qui ressemblent à ce que vous tapez.' }],
  },
];

export const daily = dailyTopics.map(french);

/** What is true on every screen. */
export const everywhere: Topic = french({
  key: 'partout',
  title: 'Sur tous les écrans',
  match: /^$/,
  purpose: 'Chercher, annuler, changer d’écran : les mêmes gestes partout.',
  steps: [
    'La recherche comprend un morceau de nom, un téléphone, une plaque, un mail, une ville, même avec une faute.',
    'Tout s’annule, une étape après l’autre, et se rétablit : essayez sans crainte.',
    'Votre travail s’enregistre tout seul ; l’écran « Données » permet de l’emporter sur une clé.',
  ],
  keys: [
    ['Ctrl + K', 'chercher un client ou une action'],
    ['Ctrl + Z', 'annuler'],
    ['Ctrl + Y', 'rétablir'],
    ['Alt + N', 'nouveau particulier'],
    ['F1', 'l’aide de cet écran'],
  ],
  tour: [
    { named: shell.navigation, text: 'Les écrans, dans l’ordre du travail.' },
    {
      named: shell.search,
      text: 'Chercher un client, une plaque, un téléphone… ou une action. Ctrl + K, de partout.',
    },
    { named: shell.undoTour, text: 'Annuler et rétablir, autant de fois qu’il le faut.' },
    { named: shell.who, text: 'Dites qui vous êtes : l’accueil montre vos relances.' },
  ],
});
