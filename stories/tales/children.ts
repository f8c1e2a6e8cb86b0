import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { faults } from '../acts/axe.ts';
import { openPart, openRecord, ready } from '../acts/shell.ts';
import { agree, carryAway, handIn } from '../acts/workbook.ts';
import { addRows } from '../files/workbook.ts';
import type { Story } from './story.ts';

const COUNTS = [0, 1, 20, 2_000];
const PARTS = ['Véhicules', 'Factures', 'Après-vente', 'Suivi', 'Contacts'];
/** 2 January 2024, in the days of a spreadsheet. */
const DAY = 45_293;
/** What a learner would call stuck, in milliseconds; the machine may be busy. */
const STUCK = 30_000;

const range = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Firms with so many cars, invoices, activities and contacts each. */
function withFirms(workbook: Buffer): Buffer {
  const owners = COUNTS.map((count, at) => ({ count, ref: `C${90_001 + at}`, base: 90_000 + at * 3_000 }));
  const each = <T>(row: (ref: string, id: number, at: number) => T) =>
    owners.flatMap(({ count, ref, base }) => range(count).map((at) => row(ref, base + at, at)));
  const firms = owners.map(({ count, ref }) => ({ 'Réf. client': ref, 'Raison sociale': `Flotte Zyxwv ${count}` }));
  const cars = each((ref, id) => ({ 'Réf. véhicule': `V${id}`, 'Réf. client': ref, Marque: 'Renault', Modèle: 'Kangoo Van', Kilométrage: 20_000 + id }));
  const invoices = each((ref, id, at) => ({
    'Réf. facture': `F${id}`, Numéro: `Z${id}`, Type: 'APV', Date: DAY + (at % 900), 'Réf. client': ref, 'Réf. véhicule': `V${id}`,
    'Montant HT': 100, TVA: 20, 'Montant TTC': 120,
  }));
  const talks = each((ref, id, at) => ({ 'Réf. activité': `A${id}`, 'Réf. client': ref, Type: 'Appel', Sens: 'Sortant', Date: DAY + (at % 900) + 0.5, Objet: `Appel ${at}` }));
  const people = each((ref, id, at) => ({ 'Réf. contact': `K${id}`, 'Réf. client': ref, Prénom: 'Zoé', Nom: `Contact ${at}` }));
  const sheets: [string, Record<string, string | number>[]][] = [
    ['Sociétés', firms], ['Véhicules', cars], ['Factures', invoices], ['Suivi activités', talks], ['Contacts', people],
  ];
  return sheets.reduce((book, [sheet, rows]) => addRows(book, sheet, rows), workbook);
}

export const children: Story = {
  name: 'children: records with 0, 1, 20 and 2,000 cars, invoices, activities and contacts open at once and stay readable',
  only: (door) => !door.inBrowser,
  async tell({ place }, door) {
    const folder = `${import.meta.dirname}/../results/${door.name.replace(/\W+/g, '-')}-children`;
    await mkdir(folder, { recursive: true });
    await ready(place);
    const { name, bytes } = await carryAway(place);
    await handIn(place, name, withFirms(bytes));
    await agree(place, 'Importer ce classeur');
    const found: string[] = [];
    const slow: string[] = [];
    for (const count of COUNTS) {
      const title = `Flotte Zyxwv ${count}`;
      await openRecord(place, title, title);
      for (const part of PARTS) {
        const begun = Date.now();
        await openPart(place, part);
        await place.ui.getByRole('tabpanel', { name: part }).waitFor();
        await place.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        const took = Date.now() - begun;
        if (took > STUCK) slow.push(`${title}, ${part}: ${took} ms`);
        await place.page.screenshot({ path: `${folder}/${count}-${part}.png` });
        if (count < 2_000) found.push(...(await faults(place)).map((fault) => `${title}, ${part}: ${fault}`));
      }
    }
    await openPart(place, 'Contacts');
    await place.ui.getByRole('button', { name: /^Afficher 50.lignes de plus/ }).click();
    assert.equal(await place.ui.getByRole('tabpanel', { name: 'Contacts' }).getByRole('row').count(), 101);
    assert.deepEqual([...found, ...slow], []);
  },
};
