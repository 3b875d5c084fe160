import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PriceConversion } from '../figures/PriceConversion';
import { usePane, usePaneState } from '../services/pane-context';
import { type TieOutSession } from '../state/pane-state';
import { spellIndexValues } from '../view-models/amounts/price-levels';

const useStyles = makeStyles({
  aside: { margin: '0 0 4px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

/** Between two price levels: the way to the user's own index, and to a comparison with it; what is compared with it says so, and how to do without. */
export function IndexChoice({ tieOut, years }: { readonly tieOut: TieOutSession; readonly years: readonly [number, number] | null }) {
  const styles = useStyles();
  const { texts, language, actions } = usePane();
  const { conversion, activity } = usePaneState();
  const words = texts.tieOut;
  const { index, ...others } = tieOut.choices;
  if (index !== undefined) {
    return (
      <div>
        <p className={styles.aside}>
          {texts.conversion.origin(index.name, index.edition, index.source, spellIndexValues(index, language))} {words.indexIsKept}
        </p>
        <Button size="small" disabledFocusable={activity !== null} onClick={() => void actions.changeTieOut({ ...tieOut, choices: others })}>
          {words.withoutIndex}
        </Button>
      </div>
    );
  }
  if (years === null) return null;
  const isReady = conversion !== null && years.every((year) => conversion.index.values.some((value) => value.year === year));
  return (
    <div>
      <PriceConversion years={years} />
      {isReady ? (
        <Button size="small" disabledFocusable={activity !== null} onClick={() => void actions.changeTieOut({ ...tieOut, choices: { ...others, index: conversion.index } })}>
          {words.withIndex}
        </Button>
      ) : null}
    </div>
  );
}
