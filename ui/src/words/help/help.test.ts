import { expect, test } from 'vitest';
import { everywhere, topicAt, topics } from '.';

test('each topic has a key and a title of its own, and each screen its topic', () => {
  const pages = [everywhere, ...topics];
  expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length);
  expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
  const found = {
    '/': 'accueil',
    '/clients': 'liste',
    '/clients/C00012': 'fiche',
    '/agenda/mois/2026-11-25': 'agenda',
    '/boite': 'boite',
    '/campagnes': 'campagnes',
    '/campagnes/nouvelle/x': 'preparer-une-campagne',
    '/campagnes/K00001': 'suivre-une-campagne',
    '/ciblage/nouveau': 'construire-un-ciblage',
    '/aide': 'partout',
  };
  for (const [address, key] of Object.entries(found)) expect(topicAt(address).key).toBe(key);
});
