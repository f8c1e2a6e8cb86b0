// A workbook edited as a person edits it in a spreadsheet: one cell of one sheet.
import { unzip, zip } from './zip.ts';

/** Sheets by name, as the parts of the zip that hold them. */
function sheets(files: Map<string, Buffer>): Map<string, string> {
  const text = (part: string) => files.get(part)?.toString('utf8') ?? '';
  const parts = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    [...text('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => [
      unescaped(attribute(tag, 'name')),
      parts.get(attribute(tag, 'r:id')) ?? '',
    ]),
  );
}

export interface Edited {
  bytes: Buffer;
  /** Text of the first column in the row that was edited: its reference. */
  reference: string;
  /** `B12`. */
  cell: string;
}

/** Puts a text in the cell under a header, in the first row below the headers. */
export function editCell(workbook: Buffer, sheet: string, header: string, text: string): Edited {
  const files = unzip(workbook);
  const part = sheets(files).get(sheet);
  const xml = part ? files.get(part)?.toString('utf8') : undefined;
  if (!part || xml === undefined) throw new Error(`no sheet ${sheet}`);
  const shared = sharedTexts(files);
  const [head, first] = [1, 2].map((row) => rowOf(xml, row));
  if (!head || !first) throw new Error(`${sheet} has no row`);
  const column = [...cellsOf(head)].find(([, cell]) => textOf(cell, shared) === header)?.[0];
  if (!column) throw new Error(`${sheet} has no column ${header}`);
  const cell = `${column}2`;
  const written = `<c r="${cell}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  const there = cellsOf(first).get(column);
  if (!there) throw new Error(`${cell} of ${sheet} is absent`);
  files.set(part, Buffer.from(xml.replace(first, () => first.replace(there, () => written)), 'utf8'));
  return { bytes: zip(files), reference: textOf(cellsOf(first).get('A') ?? '', shared), cell };
}

/** Adds rows under those of a sheet, each by header. */
export function addRows(workbook: Buffer, sheet: string, rows: Record<string, string | number>[]): Buffer {
  const files = unzip(workbook);
  const part = sheets(files).get(sheet);
  const xml = part ? files.get(part)?.toString('utf8') : undefined;
  if (!part || xml === undefined) throw new Error(`no sheet ${sheet}`);
  const shared = sharedTexts(files);
  const columns = new Map([...cellsOf(rowOf(xml, 1) ?? '')].map(([column, cell]) => [textOf(cell, shared), column]));
  const last = Math.max(...[...xml.matchAll(/<row [^>]*?r="(\d+)"/g)].map(([, row]) => Number(row)));
  const order = (column: string) => column.length * 100 + column.charCodeAt(column.length - 1);
  const written = rows.map((row, at) => {
    const number = last + 1 + at;
    const cells = Object.entries(row).map(([header, value]) => {
      const column = columns.get(header);
      if (!column) throw new Error(`${sheet} has no column ${header}`);
      const cell =
        typeof value === 'number'
          ? `<c r="${column}${number}"><v>${value}</v></c>`
          : `<c r="${column}${number}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
      return { column, cell };
    });
    cells.sort((one, other) => order(one.column) - order(other.column));
    return `<row r="${number}">${cells.map(({ cell }) => cell).join('')}</row>`;
  });
  files.set(part, Buffer.from(xml.replace('</sheetData>', () => `${written.join('')}</sheetData>`), 'utf8'));
  return zip(files);
}

/** The same workbook without one of its sheets' first header. */
export function spoilHeader(workbook: Buffer, sheet: string): Buffer {
  const files = unzip(workbook);
  const part = sheets(files).get(sheet) ?? '';
  const xml = files.get(part)?.toString('utf8') ?? '';
  const head = rowOf(xml, 1) ?? '';
  const first = cellsOf(head).get('A') ?? '';
  const written = '<c r="A1" t="inlineStr"><is><t>Autre chose</t></is></c>';
  files.set(part, Buffer.from(xml.replace(head, () => head.replace(first, () => written)), 'utf8'));
  return zip(files);
}

function rowOf(xml: string, row: number): string | undefined {
  return new RegExp(`<row [^>]*r="${row}"[^>]*>[\\s\\S]*?</row>`).exec(xml)?.[0];
}

function cellsOf(row: string): Map<string, string> {
  const cells = row.match(/<c [^>]*?(?:\/>|>[\s\S]*?<\/c>)/g) ?? [];
  return new Map(cells.map((cell) => [attribute(cell, 'r').replace(/\d+/, ''), cell]));
}

function sharedTexts(files: Map<string, Buffer>): string[] {
  const xml = files.get('xl/sharedStrings.xml')?.toString('utf8') ?? '';
  return [...xml.matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, text]) => plain(text ?? ''));
}

function textOf(cell: string, shared: string[]): string {
  if (attribute(cell, 't') !== 's') return plain(cell);
  return shared[Number(plain(cell))] ?? '';
}

const plain = (xml: string) => unescaped(xml.replace(/<[^>]*>/g, ''));
const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
