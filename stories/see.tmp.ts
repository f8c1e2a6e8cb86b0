import { executable } from './doors/executable.ts';
import { faults } from './acts/axe.ts';
import { ready } from './acts/shell.ts';
const visit = await executable.arrive();
const { place } = visit;
const shot = async (name: string) => {
  await place.page.waitForTimeout(600);
  await place.page.screenshot({ path: `/tmp/shots/${name}.png` });
  console.log(name, (await faults(place)).join('\n   '));
};
try {
  await ready(place);
  await place.ui.getByRole('navigation').first().getByRole('link', { name: 'Tableaux de bord' }).click();
  await place.ui.getByRole('region', { name: 'CA par client' }).waitFor();
  await shot('direction');
  for (const name of ['Vente', 'APV', 'Relances']) {
    await place.ui.getByRole('link', { name, exact: true }).click();
    await place.page.waitForTimeout(800);
    await shot(name);
  }
  await place.ui.getByRole('button', { name: 'Tuile', exact: true }).click();
  await shot('gallery');
  await place.ui.getByRole('button', { name: 'Composer ma tuile' }).click();
  await shot('editor');
  await place.ui.getByLabel('Par', { exact: true }).selectOption('issued_on');
  await place.ui.getByLabel('Puis par').selectOption('site');
  await shot('editor2');
  await place.page.keyboard.press('Escape');
  await place.ui.getByRole('link', { name: 'Direction', exact: true }).click();
  const tile = place.ui.getByRole('region', { name: 'CA par client' });
  await tile.getByRole('button', { name: /^Actions/ }).click();
  await shot('menu');
  await place.ui.getByRole('menuitem', { name: 'Afficher en tableau' }).click();
  await shot('table');
  await tile.getByRole('button', { name: /^Actions/ }).click();
  await place.ui.getByRole('menuitem', { name: 'Montrer le calcul' }).click();
  await shot('calc');
  await place.page.keyboard.press('Escape');
  await tile.getByRole('button', { name: /^Actions/ }).click();
  await place.ui.getByRole('menuitem', { name: 'Placer et redimensionner' }).click();
  await shot('placing');
  await place.page.keyboard.press('Escape');
  await tile.getByRole('link').first().click();
  await place.page.waitForTimeout(1000);
  await shot('list');
} catch (error) {
  console.log(String(error));
  await shot('failed');
} finally {
  console.log(visit.complaints);
  await visit.leave();
  process.exit(0);
}
