import * as campaigns from '../campaigns';
import * as messages from '../messages';
import { french, type Topic } from './topic';

const dialogueTopics: Topic[] = [
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
      'À qui, par quel canal, avec quel texte, quand ; et le contrôle qui dit qui sera exclu, et pourquoi.',
    steps: [
      'Choisissez les destinataires, puis le canal : mail, SMS ou courrier.',
      'Prenez un modèle ou écrivez ; insérez des champs pour parler à chacun de son véhicule.',
      'L’aperçu montre le message tel que chacun le recevra : parcourez-en plusieurs.',
      'Le contrôle compte les exclus par motif : consentement, adresse, envoi trop récent. Complétez les fiches plutôt que de forcer.',
      'Envoyez tout de suite ou à une date : les destinataires sont alors recomptés.',
    ],
    keys: [['Tab', 'passer d’un champ à l’autre']],
    tour: [
      { named: campaigns.who, text: 'Un de vos ciblages, ou un ciblage du métier.' },
      { named: messages.template, text: 'Un texte prêt, à adapter.' },
      { named: messages.insertField, text: 'Prénom, véhicule, échéance : chacun aura les siens.' },
      { named: campaigns.gate, text: 'Qui sera exclu, et pourquoi.' },
    ],
  },
  {
    key: 'suivre-une-campagne',
    title: 'Suivre une campagne',
    match: /^\/campagnes\/./,
    purpose: 'Ce qu’un envoi a donné, destinataire par destinataire.',
    steps: [
      'Faites passer le temps : ouvertures, réponses et désinscriptions arrivent peu à peu.',
      'Comparez ce que la classe a obtenu et ce que donnerait le même envoi dans la vraie vie.',
      'Filtrez le journal pour voir qui a réagi, et comment.',
      'Formateur : le point d’interrogation d’une ligne dit pourquoi ce destinataire a réagi, ou s’est tu.',
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
