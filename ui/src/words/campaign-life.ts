import type { CampaignExpected, Regime } from '../engine/types';
import { fr, numbers, plural } from './typography';

export const title = 'Dans l’exercice et dans la vraie vie';
export const obtained: Record<Regime, string> = {
  magnified: 'Obtenu, taux grossis',
  real: 'Obtenu',
};
export const expected: Record<Regime, string> = {
  magnified: 'Dans la vraie vie',
  real: 'Attendu en moyenne',
};
export const lines = {
  delivered: 'Remis',
  opened: 'Ouverts',
  clicked: 'Cliqués',
  answered: 'Réponses',
  appointments: 'dont rendez-vous demandés',
  unsubscribed: 'Désinscrits',
  complained: 'Plaintes',
  bounced: 'Non remis',
};
export const how = fr(
  'Moyenne calculée au moment de l’envoi, destinataire par destinataire et sans tirage au sort : elle ne change plus. Les réponses automatiques d’absence ne comptent pas.',
);
export const unknown = fr(
  'Cette campagne vient de la base école ou d’un ancien classeur : ce qu’elle donnerait dans la vraie vie n’est pas connu.',
);

const tenths = numbers({ maximumFractionDigits: 1 });
const whole = numbers({ maximumFractionDigits: 0 });

/** Thousandths of a recipient, as a figure that can be said aloud. */
export function figure(thousandths: number): string {
  if (thousandths === 0) return '0';
  if (thousandths < 50) return fr('moins de 0,1');
  return (thousandths < 100_000 ? tenths : whole)(thousandths / 1_000);
}

/** « In real life you would have had 2 answers out of 71. » */
export function sentence(life: CampaignExpected, sent: number): string {
  const answers = Math.round(life.answered / 1_000);
  const messages = plural(sent, 'message', 'messages');
  if (answers === 0) {
    return life.answered === 0
      ? `Dans la vraie vie, ${messages} ne donneraient aucune réponse.`
      : fr(
          `Dans la vraie vie, ${messages} ne donneraient sans doute aucune réponse : il en faudrait environ ${plural(
            rounded((sent * 1_000) / life.answered),
            'semblable',
            'semblables',
          )} pour en avoir une.`,
        );
  }
  const meetings = Math.round(life.appointments / 1_000);
  const met =
    meetings === 0 ? '' : `, dont ${plural(meetings, 'demande', 'demandes')} de rendez-vous`;
  return `Dans la vraie vie, ${messages} donneraient environ ${plural(answers, 'réponse', 'réponses')}${met}.`;
}

/** Two figures that count: nobody believes 1,237. */
function rounded(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.round(count / unit) * unit;
}
