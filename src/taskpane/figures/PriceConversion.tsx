import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane, usePaneState } from '../services/pane-context';
import { spellIndexValues } from '../view-models/amounts/price-levels';
import { WayLink } from '../parts/WayLink';
import { PriceIndexForm } from './PriceIndexForm';

const useStyles = makeStyles({
  block: { marginBottom: '10px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  text: { margin: '0 0 4px', overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' },
});

/** The way to amounts in one price level: asks for the user's own index, and says with which index they were converted. */
export function PriceConversion({ years }: { readonly years: readonly number[] }) {
  const styles = useStyles();
  const { texts, language, store } = usePane();
  const { conversion } = usePaneState();
  const [isAsking, setIsAsking] = useState(false);
  if (isAsking) return <PriceIndexForm years={years} onClose={() => setIsAsking(false)} />;
  const { name, edition, source } = conversion?.index ?? { name: '', edition: '', source: '' };
  return (
    <div className={styles.block}>
      {conversion === null ? null : (
        <p className={styles.text}>
          {texts.conversion.origin(name, edition, source, spellIndexValues(conversion.index, language))} {texts.conversion.rounding}
        </p>
      )}
      <div className={styles.links}>
        <WayLink onClick={() => setIsAsking(true)}>
          {conversion === null ? texts.conversion.open : texts.conversion.change}
        </WayLink>
        {conversion === null ? null : (
          <WayLink onClick={() => store.dispatch({ type: 'conversion-chosen', conversion: null })}>
            {texts.conversion.remove}
          </WayLink>
        )}
      </div>
    </div>
  );
}
