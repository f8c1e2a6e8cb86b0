/** Hands a file to the browser's downloads; false when the page that holds this one forbids them. */
export function saveFile(name: string, content: BlobPart, type: string): boolean {
  if (downloadsForbidden()) return false;
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click, some of them much later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}

/** A frame that is sandboxed without leave to download drops the file without a word. */
function downloadsForbidden(): boolean {
  try {
    for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
      const sandbox = frame.frameElement?.getAttribute('sandbox');
      if (typeof sandbox === 'string' && !sandbox.includes('allow-downloads')) return true;
    }
  } catch {
    // A frame of another site cannot be looked at: try.
  }
  return false;
}
