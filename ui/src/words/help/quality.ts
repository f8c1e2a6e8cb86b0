import * as added from '../addedFields';
import * as cleaning from '../cleaning';
import * as dashboards from '../dashboards';
import * as data from '../data';
import * as doubles from '../doubles';
import * as fields from '../fields';
import * as fill from '../fill';
import * as lists from '../lists';
import * as merge from '../merge';
import * as targeting from '../targeting';
import * as workbook from '../workbook';
import { french, type Topic } from './topic';

/** Analysis, clean data, and what is carried away. */
const analysisTopics: Topic[] = [
  {
    key: 'ciblage',
    title: targeting.title,
    match: /^\/ciblage$/,
    purpose:
      'Des groupes de fiches définis par des conditions : ceux que vous avez enregistrés, et ceux du métier, prêts à servir.',
    steps: [
      'Ouvrez un ciblage du métier pour voir comment il est fait, puis adaptez-le.',
      'Un ciblage vivant suit la base ; un ciblage figé garde les fiches du jour où il a été figé.',
      '« Comparer » dit qui est dans l’un et pas dans l’autre.',
    ],
    keys: [['Entrée', 'ouvrir le ciblage choisi']],
    tour: [],
  },
  {
    key: 'construire-un-ciblage',
    title: 'Construire un ciblage',
    match: /^\/ciblage\/./,
    purpose:
      'Dire qui l’on cherche, condition après condition : le nombre et les premières fiches suivent ce que vous faites.',
    steps: [
      'Choisissez ce que vous cherchez : clients, véhicules, factures…',
      'Ajoutez une condition ; pour les véhicules ou les factures d’un client, prenez « Ceux qui ont ».',
      'Groupez : toutes les conditions (ET), au moins une (OU), ou exclure (SAUF).',
      'Relisez la phrase en français : dit-elle bien ce que vous vouliez ?',
      '« Tester un client » montre, condition par condition, pourquoi il est retenu ou non.',
    ],
    keys: [
      ['Tab', 'passer d’un champ à l’autre'],
      ['Entrée', 'valider une valeur'],
    ],
    tour: [
      { named: targeting.subject, text: 'Ce que l’on cherche.' },
      { named: targeting.addCondition, text: 'Tapez le nom d’un champ.' },
      { named: targeting.result, text: 'Combien de fiches, et les premières d’entre elles.' },
    ],
  },
  {
    key: 'tableaux',
    title: dashboards.title,
    match: /^\/tableaux/,
    purpose:
      'Les chiffres de la concession en tuiles : chacune répond à une question et mène à la liste des fiches comptées.',
    steps: [
      'La période et la concession, en haut, valent pour toutes les tuiles.',
      'Cliquez sur un chiffre, une barre, une part : la liste qui est derrière s’ouvre.',
      '« Tuile » en ajoute une, prête ou composée par vous.',
      'Le menu d’une tuile la déplace, l’agrandit, la montre en tableau, montre son calcul, l’exporte.',
    ],
    keys: [
      ['Entrée', 'ouvrir la liste derrière un chiffre'],
      ['Flèches', 'déplacer la tuile, depuis « Placer et redimensionner », dans son menu'],
    ],
    tour: [
      { named: dashboards.boards, text: 'Vos tableaux : direction, vente, après-vente, relances.' },
      { named: dashboards.period, text: 'La période de toutes les tuiles.' },
      { named: dashboards.site, text: 'Une concession, ou toutes.' },
      {
        named: dashboards.boardActions,
        text: 'Renommer, dupliquer, verrouiller, remettre le modèle.',
      },
    ],
  },
  {
    key: 'vue-transversale',
    title: 'Vue transversale',
    match: /^\/valeurs/,
    purpose:
      'Toutes les valeurs d’un champ dans la base, avec leur nombre : ce qui est vide, ce qui est écrit de plusieurs façons.',
    steps: [
      'Choisissez un champ : ses valeurs viennent avec leur nombre de fiches.',
      'Les écritures qui se ressemblent sont rassemblées : gardez la bonne pour toutes.',
      'Cliquez sur une valeur pour voir ses fiches ; sur « vide » pour les compléter l’une après l’autre.',
    ],
    keys: [['Entrée', 'voir les fiches de la valeur']],
    tour: [
      { named: lists.valuesField, text: 'Le champ que l’on regarde.' },
      { named: lists.valuesList, text: 'Ses valeurs, les plus fréquentes en haut.' },
    ],
  },
  {
    key: 'doublons',
    title: doubles.title,
    match: /^\/doublons/,
    purpose:
      'Les fiches qui pourraient être la même personne, avec ce qui les rapproche et ce qui les sépare.',
    steps: [
      'Lisez les raisons avant de décider : un père et son fils se ressemblent.',
      '« Même personne » mène à la fusion ; « Différentes » est retenu et ne revient plus.',
      '« Même foyer » relie deux personnes sans les confondre.',
      'Un artisan et sa société se relient, ils ne se fusionnent pas.',
    ],
    keys: [
      ['M', 'même personne'],
      ['D', 'différentes'],
      ['F', 'même foyer'],
      ['P', 'plus tard'],
      ['↑ ↓', 'paire précédente, suivante'],
    ],
    tour: [
      { named: doubles.queue, text: 'Les paires à examiner, la plus sûre en haut.' },
      { named: doubles.compared, text: 'Les deux fiches, champ par champ.' },
    ],
  },
  {
    key: 'fusion',
    title: merge.title,
    match: /^\/fusion\//,
    purpose: 'Faire une seule fiche de plusieurs, sans rien perdre.',
    steps: [
      'Choisissez la fiche qui reste.',
      'Pour chaque différence, gardez la bonne valeur ; l’autre est conservée dans une note.',
      'Vérifiez ce qui rejoint la fiche : véhicules, factures, activités.',
      'Une fusion s’annule en un geste.',
    ],
    keys: [['Flèches', 'choisir une valeur ou l’autre']],
    tour: [],
  },
  {
    key: 'nettoyage',
    title: cleaning.title,
    match: /^\/nettoyage/,
    purpose:
      'Ce qui est faux, mal écrit ou manquant dans la base, contrôle par contrôle, avec la correction quand elle est sûre.',
    steps: [
      'Prenez les contrôles l’un après l’autre, du plus gênant au moins gênant.',
      'Acceptez la correction proposée, ou modifiez la valeur vous-même.',
      'Ce qui est voulu ne se signale plus : dites-le.',
      'Toutes les corrections sûres se font d’un coup, après les avoir vues.',
    ],
    keys: [
      ['Entrée', 'corriger'],
      ['E', 'modifier'],
      ['I', 'c’est voulu'],
      ['↑ ↓', 'ligne précédente, suivante'],
    ],
    tour: [{ named: cleaning.list, text: 'Les contrôles, et ce que chacun trouve à redire.' }],
  },
  {
    key: 'remplir',
    title: 'Compléter un champ',
    match: /^\/remplir\//,
    purpose: 'Remplir un champ vide fiche après fiche, sans quitter le clavier.',
    steps: [
      'Lisez ce que l’on sait déjà de la personne.',
      'Tapez la valeur : la fiche suivante vient aussitôt.',
      'Passez ce que vous ignorez : mieux vaut vide que faux.',
    ],
    keys: [['Entrée', fill.save.toLowerCase()]],
    tour: [],
  },
  {
    key: 'champs-ajoutes',
    title: added.title,
    match: /^\/champs/,
    purpose:
      'Des champs à vous, ajoutés aux fiches : ils servent dans les listes, les ciblages et le classeur Excel.',
    steps: [
      'Choisissez sur quelles fiches, le nom et le type du champ.',
      'Pour une liste de choix, écrivez un choix par ligne.',
      'Supprimer un champ efface ce qu’il contient ; cela s’annule.',
    ],
    keys: [['Échap', fields.cancel.toLowerCase()]],
    tour: [],
  },
  {
    key: 'donnees',
    title: data.title,
    match: /^\/donnees/,
    purpose:
      'Emporter votre travail, le reprendre ailleurs, faire passer les jours, revenir au début.',
    steps: [
      '« Emporter mon travail » fait un classeur Excel : copiez-le sur votre clé.',
      'Sur un autre poste, « Reprendre un classeur » montre ce qui va changer avant de le faire.',
      'Avancer jusqu’à demain, lundi ou la semaine prochaine fait vivre la concession : visites, appels, achats, réponses.',
      'La remise à zéro ramène la base école ; elle s’annule aussi.',
      'Des données abîmées sont mises de côté, jamais effacées : la dernière copie de secours prend leur place, et c’est dit en haut de l’écran.',
    ],
    keys: [],
    tour: [
      { named: data.day, text: 'Le jour où l’on est dans le simulateur, et comment avancer.' },
      { named: workbook.work, text: 'Emporter son travail, le reprendre.' },
      { named: data.reset, text: 'Revenir à la base du début.' },
      { named: data.done, text: 'Tout ce qui a été fait, et jusqu’où revenir.' },
    ],
  },
];

export const analysis = analysisTopics.map(french);
