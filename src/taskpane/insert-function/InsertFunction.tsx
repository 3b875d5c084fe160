import { lazy, Suspense } from 'react';

/** Fetched when it is first opened. */
const InsertFunctionView = lazy(async () => ({ default: (await import('./InsertFunctionView')).InsertFunctionView }));

/** The dialogue that builds a formula. */
export function InsertFunction({ onClose }: { readonly onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <InsertFunctionView onClose={onClose} />
    </Suspense>
  );
}
