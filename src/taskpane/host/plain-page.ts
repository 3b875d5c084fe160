import { loadTexts } from '../texts/load-texts';

/** Why there is nothing to show but a reason. */
export type PlainReason = 'withoutExcel' | 'outsideExcel' | 'notStarted';

/** Without Excel there is nothing to show but the reason, in both languages: nobody tells which one the reader wants. What may go better the next time can be tried again. */
export async function showPlainText(element: HTMLElement, reason: PlainReason): Promise<void> {
  Object.assign(element.style, { padding: '16px', boxSizing: 'border-box', overflowY: 'auto', font: '14px/1.5 "Segoe UI", system-ui, sans-serif' });
  const parts = (['da', 'en'] as const).map(async (language) => {
    const texts = await loadTexts(language);
    const paragraph = document.createElement('p');
    paragraph.textContent = texts[reason];
    const part = document.createElement('div');
    part.lang = language;
    part.append(paragraph, ...(reason === 'outsideExcel' ? [] : [retryButton(texts.reload)]));
    return part;
  });
  element.replaceChildren(...(await Promise.all(parts)));
}

function retryButton(label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  Object.assign(button.style, { font: 'inherit', padding: '4px 12px', minHeight: '32px' });
  button.addEventListener('click', () => window.location.reload());
  return button;
}
