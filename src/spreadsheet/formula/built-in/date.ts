import { dateOf, serialOf } from '../../cells/number-format';
import { type WorksheetFunction } from '../function-call';
import { fail, toNumber } from '../operand';

function field(read: (date: Date) => number): WorksheetFunction {
  return (call) => call.evaluator.map([call.operand(0)], ([value = null]) => (toNumber(value) < 0 ? fail('#NUM!') : read(dateOf(Math.floor(toNumber(value))))));
}

function now(): number {
  const date = new Date();
  const milliseconds = ((date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds()) * 1000 + date.getMilliseconds();
  return serialOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) + milliseconds / 86_400_000;
}

export const dateFunctions: Record<string, WorksheetFunction> = {
  DATE: (call) => serialOf(call.number(0), call.number(1), call.number(2)),
  YEAR: field((date) => date.getUTCFullYear()),
  MONTH: field((date) => date.getUTCMonth() + 1),
  DAY: field((date) => date.getUTCDate()),
  WEEKDAY: field((date) => date.getUTCDay() + 1),
  TODAY: () => Math.floor(now()),
  NOW: now,
};
