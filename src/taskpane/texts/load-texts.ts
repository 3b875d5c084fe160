import { type Language } from '../../core/money/danish-number';
import { type Texts } from './texts';

/** The pane's texts in one language, fetched when they are needed. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'da' ? (await import('./texts.da')).textsDa : (await import('./texts.en')).textsEn;
}
