// @ts-check
import { createReadStream, statSync } from 'node:fs';
import { createServer as createPlain } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { extname, join, normalize, sep } from 'node:path';
import { securityHeaders } from './security-headers.mjs';

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.xml': 'text/xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.map': 'application/json' };

/**
 * A running server.
 * @typedef {object} StaticServer
 * @property {string} address where it listens, with a slash at its end
 * @property {() => Promise<void>} stop
 */

/**
 * Serves files on this machine as a static host would.
 * Shape: `fileAt` answers the file of a path, or null for "not found"; port 0 is any free one; `listener` answers what it wants before any file.
 * Errors: rejects where the port cannot be had.
 * @param {{ fileAt: (path: string) => string | null, port?: number, certificate?: import('node:https').ServerOptions, listener?: (path: string, response: import('node:http').ServerResponse) => boolean }} options
 * @returns {Promise<StaticServer>}
 */
export async function serveFiles({ fileAt, port = 0, certificate, listener }) {
  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)).split(sep).join('/');
    if (listener?.(path, response) === true) return;
    sendFile(response, path, fileAt(path));
  };
  const server = certificate === undefined ? createPlain(answer) : createSecure(certificate, answer);
  await new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve());
  });
  const taken = server.address();
  if (taken === null || typeof taken === 'string') throw new Error('The server has no port');
  return {
    address: `${certificate === undefined ? 'http' : 'https'}://localhost:${taken.port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The files of folders, each below a path of its own ("/" for the root); the last that fits is asked.
 * @param {Readonly<Record<string, string>>} folders
 * @returns {(path: string) => string | null}
 */
export function filesBelow(folders) {
  const mounts = Object.entries(folders).reverse();
  return (path) => {
    const mount = mounts.find(([prefix]) => path.startsWith(prefix));
    if (mount === undefined) return null;
    const file = join(mount[1], path === '/' ? 'index.html' : path.slice(mount[0].length));
    return isFile(file) ? file : null;
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} path
 * @param {string | null} file
 */
function sendFile(response, path, file) {
  if (file === null) {
    response.writeHead(404, securityHeaders(path)).end();
    return;
  }
  const isNamedByContent = /-[A-Z0-9]{8}\.[a-z]+$/.test(path);
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': isNamedByContent ? 'max-age=31536000, immutable' : 'no-cache', ...securityHeaders(path) });
  const stream = createReadStream(file);
  stream.once('error', () => response.destroy());
  stream.pipe(response);
}

/** @param {string} file */
function isFile(file) {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
