import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api';
import { type OpenPdf } from '../engine/engine';
import { findHiddenItems, type HiddenItems } from './visibility';

/** A page where at least this share of the characters is drawn without paint is a scan with recognised text laid over it. */
const RECOGNISED_SHARE = 0.5;

/** How much of a page's hidden text is handed on. Units: characters. */
const MAX_HIDDEN_TEXT = 300;

/** What can be seen of a page's text. `isRecognised`: it is a scan, and its text was recognised by a program. */
export interface Sight {
  readonly isRecognised: boolean;
  readonly hidden: readonly TextContent['items'][number][];
}

export const ALL_SEEN: Sight = { isRecognised: false, hidden: [] };

/** What can be seen of a page, from its drawing list. Where a picture ends the list, `again` gives the page of an opening that pictures do not stop. */
export async function lookAt(opened: OpenPdf, page: PDFPageProxy, content: TextContent, again: () => Promise<PDFPageProxy>): Promise<Sight> {
  const { unpainted, white } = await hiddenItems(opened, page, content, again);
  if (unpainted.size + white.size === 0) return ALL_SEEN;
  const isRecognised = lengthOf([...unpainted]) >= RECOGNISED_SHARE * lengthOf(content.items);
  return { isRecognised, hidden: content.items.filter((item) => 'str' in item && (unpainted.has(item) || white.has(item))) };
}

/** The text that is read: without what is hidden; recognised text all or not at all. */
export function withoutItems(content: TextContent, { isRecognised, hidden }: Sight, acceptsRecognised: boolean): TextContent {
  if (isRecognised) return acceptsRecognised ? content : { ...content, items: [] };
  if (hidden.length === 0) return content;
  const left = new Set(hidden);
  return { ...content, items: content.items.filter((item) => !left.has(item)) };
}

/** What stands on a page for nobody to see: hidden items, and pieces off the page or too small to read where there are figures among them. */
export function hiddenText({ isRecognised, hidden }: Sight, unseen: readonly string[]): string {
  const texts = [...(isRecognised ? [] : hidden.map((item) => ('str' in item ? item.str.trim() : ''))), ...(unseen.some((text) => /\d/.test(text)) ? unseen : [])];
  return texts.filter((text) => text !== '').join(' ').slice(0, MAX_HIDDEN_TEXT).trim();
}

async function hiddenItems(opened: OpenPdf, page: PDFPageProxy, content: TextContent, again: () => Promise<PDFPageProxy>): Promise<HiddenItems> {
  const pictures = opened.picturesMet();
  try {
    const found = await findHiddenItems(page, content);
    if (opened.picturesMet() === pictures) return found;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  const unstopped = await again();
  const found = await findHiddenItems(unstopped, content);
  unstopped.cleanup();
  return found;
}

function lengthOf(items: TextContent['items']): number {
  return items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0);
}
