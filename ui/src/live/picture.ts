import * as words from '../words/dashboards';
import { savingRefused } from '../words/workbook';
import { sayFailure } from './change';
import { saveFile } from './save';
import { say } from './toasts';

/** A chart as it is drawn. */
interface Drawn {
  getDataURL: (options: { type: 'svg' }) => string;
  getWidth: () => number;
  getHeight: () => number;
}

/** Twice the size on screen: sharp on paper. */
const SHARPNESS = 2;

/** Saves a chart as a picture. */
export async function saveChart(drawn: Drawn | null, title: string, kind: 'svg' | 'png') {
  if (!drawn) return;
  const svg = decodeURIComponent(drawn.getDataURL({ type: 'svg' }).replace(/^[^,]*,/, ''));
  const name = `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim() || words.title}.${kind}`;
  try {
    const content = kind === 'svg' ? svg : await painted(svg, drawn.getWidth(), drawn.getHeight());
    const type = kind === 'svg' ? 'image/svg+xml' : 'image/png';
    const done = saveFile(name, content, type);
    say(done ? words.imageSaved : savingRefused, done ? 'good' : 'bad');
  } catch (failure) {
    sayFailure(failure);
  }
}

async function painted(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((found, lost) =>
    canvas.toBlob((blob) => (blob ? found(blob) : lost(new Error('no picture'))), 'image/png'),
  );
}
