import { type Plugin } from 'esbuild';

/** The grid's packages call themselves free of side effects, but their facades add the methods of its API. */
export function sideEffectsOfTheGrid(): Plugin {
  return {
    name: 'grid-packages',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^@univerjs\// }, async ({ path, pluginData, ...asked }) => {
        if (pluginData === RESOLVING) return undefined;
        const found = await resolve(path, { importer: asked.importer, kind: asked.kind, namespace: asked.namespace, resolveDir: asked.resolveDir, pluginData: RESOLVING });
        return FACADE.test(found.path) ? { path: found.path, namespace: found.namespace, suffix: found.suffix, sideEffects: true } : undefined;
      });
    },
  };
}

/** Marks a question that this plugin itself has asked. */
const RESOLVING = Symbol('resolving');

const FACADE = /[\\/]@univerjs[\\/][^\\/]+[\\/]lib[\\/]es[\\/](facade|index)\.js$/;
