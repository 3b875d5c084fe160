import { useEffect, useRef, type RefObject } from 'react';

/** An element that is scrolled into view when it appears, with everything in it: a form is never opened below the edge. */
export function useFullyShown<Shown extends HTMLElement>(): RefObject<Shown | null> {
  const element = useRef<Shown>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return element;
}
