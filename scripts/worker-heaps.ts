import { type CDPSession, type Page } from 'playwright-core';

/** The heaps of the workers of a page, which it starts as it goes. */
export class WorkerHeaps {
  private readonly workers = new Set<string>();
  private readonly answers = new Map<number, (size: number) => void>();
  private asked = 0;

  private constructor(private readonly session: CDPSession) {}

  static async watch(page: Page): Promise<WorkerHeaps> {
    const session = await page.context().newCDPSession(page);
    const heaps = new WorkerHeaps(session);
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && heaps.workers.add(sessionId));
    session.on('Target.detachedFromTarget', ({ sessionId }) => heaps.workers.delete(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { readonly id?: number; readonly result?: { readonly usedSize?: number } };
      if (id !== undefined) heaps.answers.get(id)?.((result?.usedSize ?? 0) / 1e6);
    });
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return heaps;
  }

  /** The largest heap now; a busy worker answers when it comes to its turn. Units: megabytes. */
  async largest(): Promise<number> {
    return Math.max(0, ...(await Promise.all([...this.workers].map((worker) => this.sizeOf(worker)))));
  }

  private sizeOf(sessionId: string): Promise<number> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method: 'Runtime.getHeapUsage' }) }).catch(() => resolve(0));
    });
  }
}
