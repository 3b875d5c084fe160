import { settingsFrom } from '../../../src/taskpane/preferences/settings';
import { DEFAULT_SETTINGS } from '../../../src/taskpane/state/settings';

it('takes what was chosen', () => {
  expect(settingsFrom({ language: 'en', target: 'selection', unit: '1.000 kr.', areRoundingsApart: false })).toEqual({ language: 'en', target: 'selection', unit: '1.000 kr.', areRoundingsApart: false });
});

it.each([null, 'da', 7, {}, { language: 'sv', target: 'elsewhere', unit: 'pund', areRoundingsApart: 'no' }])('keeps the defaults for %j', (kept) => {
  expect(settingsFrom(kept)).toEqual(DEFAULT_SETTINGS);
});
