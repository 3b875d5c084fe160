import { isUnit } from '../../core/money/unit';
import { DEFAULT_SETTINGS, type Settings } from '../state/settings';

const KEY = 'reserve.settings';

/** What was chosen on this machine; the defaults for what was not, or is no longer offered, or where the browser keeps nothing. */
export function rememberedSettings(): Settings {
  try {
    return settingsFrom(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Remembers what is chosen. Answers whether the browser kept it: storage can be blocked in a frame. */
export function rememberSettings(settings: Settings): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

/** Settings from something that may be anything. */
export function settingsFrom(kept: unknown): Settings {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_SETTINGS;
  const { language, target, unit, areRoundingsApart } = kept as Partial<Record<keyof Settings, unknown>>;
  return {
    language: language === 'da' || language === 'en' ? language : 'host',
    target: target === 'selection' ? 'selection' : 'new-sheets',
    unit: isUnit(unit) ? unit : 'document',
    areRoundingsApart: areRoundingsApart !== false,
  };
}
