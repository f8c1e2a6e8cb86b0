import * as agenda from '../agenda';
import * as campaigns from '../campaigns';
import * as inbox from '../inbox';
import * as messages from '../messages';
import { french, type Topic } from './topic';

const dialogueTopics: Topic[] = [
  {
    key: 'agenda',
    title: agenda.title,
    match: /^\/agenda/,
    purpose:
      'Les rendez-vous, les réunions et les relances de chacun, par jour, semaine ou mois, avec les fériés et les vacances scolaires.',
    steps: [
      'Cliquez sur un créneau, ou tirez du début à la fin, pour créer un rendez-vous.',
      'Faites glisser une fiche du volet « À placer » sur un créneau : le rendez-vous est déjà rempli.',
      'Déplacez un rendez-vous en le faisant glisser ; tirez son bord pour changer sa durée.',
      'Une relance déplacée ici change de date sur la fiche : c’est la même.',
      'Ce qui se répète se modifie une fois, à partir d’un jour, ou partout.',
    ],
    keys: [
      ['Flèches', 'changer de créneau ou de jour'],
      ['Entrée', 'nouveau rendez-vous, ou ouvrir le jour'],
      ['Maj + flèches', 'allonger ou raccourcir le créneau'],
      ['M', 'menu d’un rendez-vous : déplacer, durée, fait'],
    ],
    tour: [
      { named: agenda.views, text: 'Jour, semaine, mois ou liste.' },
      { named: agenda.owner, text: 'L’agenda d’une personne, ou de tous.' },
      { named: agenda.toPlace, text: 'Ce qui attend une date : faites-le glisser.' },
    ],
  },
  {
    key: 'reponses',
    title: inbox.title,
    match: /^\/boite/,
    purpose:
      'Ce que les clients répondent à vos mails, SMS, courriers et campagnes. Rien ne part réellement : le simulateur joue leurs réactions.',
    steps: [
      'Lisez la réponse et le message auquel elle répond.',
      'Faites ce qu’elle demande : répondre, prendre rendez-vous, prévoir une relance, retirer un consentement, corriger la fiche.',
      'Une réponse négligée se paie : le client se lasse. Bien traitée, elle peut aller jusqu’à l’achat.',
      'En « Loupe », les taux sont grossis pour l’exercice ; en « Réel », ils sont ceux du métier.',
    ],
    keys: [
      ['↑ ↓', 'réponse précédente, suivante'],
      ['Ctrl + Entrée', 'traiter la réponse'],
    ],
    tour: [
      { named: inbox.shown, text: 'Celles qui attendent, ou celles qui sont traitées.' },
      { named: inbox.regime, text: 'La fréquence des réactions.' },
    ],
  },
  {
    key: 'campagnes',
    title: campaigns.title,
    match: /^\/campagnes$/,
    purpose:
      'Les envois à plusieurs : brouillons, campagnes à venir, campagnes parties et ce qu’elles ont donné.',
    steps: [
      'Une campagne part d’un ciblage, d’une liste ou de fiches choisies.',
      'Ouvrez une campagne partie pour suivre ses réactions : elles viennent avec les jours.',
      'Du journal des destinataires, faites un nouveau ciblage : ceux qui ont ouvert sans répondre, par exemple.',
    ],
    keys: [['Entrée', 'ouvrir la campagne']],
    tour: [{ named: campaigns.create, text: 'Préparer un envoi.' }],
  },
  {
    key: 'preparer-une-campagne',
    title: 'Préparer une campagne',
    match: /^\/campagnes\/nouvelle/,
    purpose:
      'À qui, par quel canal, avec quel texte, quand ; et le contrôle qui dit qui sera écarté, et pourquoi.',
    steps: [
      'Choisissez les destinataires, puis le canal : mail, SMS ou courrier.',
      'Prenez un modèle ou écrivez ; insérez des champs pour parler à chacun de son véhicule.',
      'L’aperçu montre le message tel que chacun le recevra : parcourez-en plusieurs.',
      'Le contrôle compte les écartés par motif : consentement, adresse, envoi trop récent. Complétez les fiches plutôt que de forcer.',
      'Envoyez tout de suite ou à une date : les destinataires sont alors recomptés.',
    ],
    keys: [['Tab', 'passer d’un champ à l’autre']],
    tour: [
      { named: campaigns.who, text: 'Un de vos ciblages, ou un ciblage du métier.' },
      { named: messages.template, text: 'Un texte prêt, à adapter.' },
      { named: messages.insertField, text: 'Prénom, véhicule, échéance : chacun aura les siens.' },
      { named: campaigns.gate, text: 'Qui sera écarté, et pourquoi.' },
    ],
  },
  {
    key: 'suivre-une-campagne',
    title: 'Suivre une campagne',
    match: /^\/campagnes\/./,
    purpose: 'Ce qu’un envoi a donné, destinataire par destinataire.',
    steps: [
      'Faites passer le temps : ouvertures, réponses et désinscriptions arrivent peu à peu.',
      'Filtrez le journal pour voir qui a réagi, et comment.',
      'Traitez les réponses dans la boîte de réception : c’est là que se joue la suite.',
    ],
    keys: [],
    tour: [
      { named: campaigns.results, text: 'Envoyés, remis, ouverts, réponses, rendez-vous.' },
      { named: campaigns.log, text: 'Chaque destinataire et sa réaction.' },
    ],
  },
  {
    key: 'modeles',
    title: messages.templatesTitle,
    match: /^\/modeles/,
    purpose: 'Les textes du métier, prêts à servir, et les vôtres.',
    steps: [
      'Choisissez un modèle : ses champs sont entre accolades, avec ce qu’il faut dire à défaut.',
      '« Utiliser » ouvre une campagne avec ce texte.',
      'Gardez vos propres textes comme modèles depuis une campagne ou un message.',
    ],
    keys: [],
    tour: [],
  },
  {
    key: 'ecrire',
    title: 'Écrire à une personne',
    match: /^\/ecrire/,
    purpose: 'Un mail, un SMS ou un courrier à une seule personne, depuis sa fiche.',
    steps: [
      'Vérifiez que la personne accepte ce canal : l’écran le dit avant l’envoi.',
      'Partez d’un modèle, relisez l’aperçu, envoyez.',
      'Le message s’inscrit dans le suivi, avec la date de la prochaine relance.',
    ],
    keys: [],
    tour: [],
  },
];

export const dialogue = dialogueTopics.map(french);
