import { expect, test } from 'vitest';
import { glimpse } from './messages';

test('a template at a glance names its fields, and hides the language of messages', () => {
  expect(glimpse('{Prénom|Bonjour}, votre {Véhicules.Modèle|véhicule} vous attend')).toBe(
    '[Prénom], votre [Modèle] vous attend',
  );
  expect(glimpse('Votre {Véhicules.Marque|} {Véhicules.Modèle}')).toBe('Votre [Marque] [Modèle]');
  expect(glimpse('{si Statut : Client}Merci.{sinon}Bienvenue.{fin} À bientôt')).toBe(
    'Merci. Bienvenue. À bientôt',
  );
});
