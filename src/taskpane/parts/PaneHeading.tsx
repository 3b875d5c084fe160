import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { isFocusLost } from './focus/focus-history';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  small: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

interface PaneHeadingProps {
  readonly children: ReactNode;
  /** Language of the text where it comes from a document. */
  readonly lang?: string;
  /** Whether it stands small, where the room is for what is under it. */
  readonly isSmall?: boolean;
  /** Whether it takes a lost focus; something in the view does where it does not. */
  readonly takesFocus?: boolean;
}

/** A view's heading. It takes the focus when the control that the user last used is gone, so that a keyboard user is never thrown to the top. */
export function PaneHeading({ children, lang, isSmall = false, takesFocus = true }: PaneHeadingProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const isTaking = useRef(takesFocus);
  useEffect(() => {
    if (isTaking.current && isFocusLost()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className={mergeClasses(styles.heading, isSmall && styles.small)} lang={lang}>
      {children}
    </h2>
  );
}
