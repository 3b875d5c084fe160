import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';

/** One request that a browser made, or one of its pages. Shape: `url` as asked for ("host:port" for a tunnel); headers and body as sent. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: Buffer;
}

/**
 * A proxy between a browser and everything else: whatever a page, a frame, a worker, a beacon or a socket asks for has to come by.
 * It passes on what goes to this machine, refuses the rest, and keeps all of it.
 */
export class RecordingProxy {
  readonly requests: RecordedRequest[] = [];
  /** Scripts that the proxy answers itself, by address. */
  readonly scripts = new Map<string, string>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RecordingProxy> {
    const server = createServer();
    const proxy = new RecordingProxy(server);
    server.on('request', (asked, answer) => void proxy.pass(asked, answer));
    server.on('connect', (asked: IncomingMessage, socket: Socket) => {
      proxy.keep(asked, Buffer.alloc(0));
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private keep(asked: IncomingMessage, body: Buffer): void {
    this.requests.push({ method: asked.method ?? '', url: asked.url ?? '', headers: asked.rawHeaders.join('\n'), body });
  }

  private async pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    this.keep(asked, body);
    const script = this.scripts.get(asked.url ?? '');
    if (script !== undefined) return void answer.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    const target = new URL(asked.url ?? '');
    if (target.hostname !== 'localhost') return void answer.writeHead(403).end();
    const onward = request(target, { method: asked.method, headers: asked.headers, agent: false }, (found) => {
      answer.writeHead(found.statusCode ?? 502, found.rawHeaders);
      found.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    onward.end(body);
  }
}

/** The forms in which a text could travel: as it is, escaped, as hexadecimal digits, and as base64 at any of the three offsets. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replace(/=+$/, '');
    return whole.slice(offset === 0 ? 0 : offset + 1, -1);
  });
  return [text, encodeURIComponent(text), bytes.toString('hex'), ...base64];
}

/** Which of some texts travelled with a request, in any form. */
export function findTraces({ url, headers, body }: RecordedRequest, texts: readonly string[]): string[] {
  const sent = [url, headers, body.toString('utf8'), body.toString('utf16le')].join('\n');
  const haystack = `${sent}\n${sent.toLowerCase()}`;
  return texts.filter((text) => [...formsOf(text), ...formsOf(text.toLowerCase())].some((form) => haystack.includes(form)));
}
