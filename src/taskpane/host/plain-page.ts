import { loadTexts } from '../texts/load-texts';

/** Without Excel there is nothing to show but the reason, in both languages: nobody tells which one the reader wants. */
export async function showPlainText(element: HTMLElement, reason: 'withoutExcel' | 'outsideExcel'): Promise<void> {
  Object.assign(element.style, { padding: '16px', boxSizing: 'border-box', overflowY: 'auto', font: '14px/1.5 "Segoe UI", system-ui, sans-serif' });
  const paragraphs = (['da', 'en'] as const).map(async (language) => {
    const paragraph = document.createElement('p');
    paragraph.lang = language;
    paragraph.textContent = (await loadTexts(language))[reason];
    return paragraph;
  });
  element.replaceChildren(...(await Promise.all(paragraphs)));
}
