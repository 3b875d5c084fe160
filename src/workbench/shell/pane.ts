import { type NativeBridge } from '../excel-side/excel-side';
import { type DesktopHost, associationOf, installDesktopHost } from '../office-host';

/** What the workbench page offers to the pane's window before office.js loads there. */
export interface PaneHost {
  install(window: Window): void;
}

declare global {
  interface Window {
    workbenchPaneHost?: PaneHost;
  }
}

export interface PaneOptions {
  readonly language: string;
  readonly onFunctionsChanged: () => void;
  readonly onCommandCompleted: () => void;
}

const readyPollMs = 50;
const mostReadyPolls = 400;
const mostTextPolls = 100;

/** The add-in's own pane, running the unmodified office.js in an iframe of the same origin. */
export class Pane {
  private desktop: DesktopHost | null = null;
  private paneWindow: (Window & { CustomFunctions?: unknown }) | null = null;

  constructor(private readonly frame: HTMLIFrameElement, private readonly bridge: NativeBridge, private readonly options: PaneOptions) {
    window.workbenchPaneHost = { install: (target) => this.install(target) };
  }

  private install(target: Window): void {
    this.paneWindow = target;
    delete this.bridge.onMessageFromHost;
    this.desktop = installDesktopHost(target as unknown as Record<string, unknown>, this.bridge, {
      language: this.options.language,
      onCommandCompleted: () => this.options.onCommandCompleted(),
    });
  }

  /** Loads the pane anew and waits until the add-in can answer. */
  async start(): Promise<void> {
    this.desktop = null;
    this.frame.src = `taskpane.html?${new URLSearchParams({ lang: this.options.language.slice(0, 2) }).toString()}`;
    await new Promise<void>((resolve) => this.frame.addEventListener('load', () => resolve(), { once: true }));
    for (let poll = 0; poll < mostReadyPolls && !associationOf(this.paneWindow ?? {}); poll += 1) await pause();
    associationOf(this.paneWindow ?? {})?.onchange(() => this.options.onFunctionsChanged());
    this.options.onFunctionsChanged();
  }

  /** Waits until the pane shows its first text, or for so long that nothing else should wait for it any more. */
  async firstText(): Promise<void> {
    for (let poll = 0; poll < mostTextPolls && !hasText(this.frame.contentDocument); poll += 1) await pause();
  }

  /** What the pane tells a screen reader now; the empty text when it tells nothing. */
  announced(): string {
    return (this.frame.contentDocument?.querySelector('[role=status][aria-live=polite]')?.textContent ?? '').trim();
  }

  associated(id: string): ((...parameters: unknown[]) => unknown) | null {
    return associationOf(this.paneWindow ?? {})?.mappings[id.toUpperCase()] ?? null;
  }

  /** Runs the function behind a ribbon button. */
  async run(functionName: string, controlId: string): Promise<void> {
    for (let poll = 0; poll < mostReadyPolls && !this.desktop?.isReadyForCommands; poll += 1) await pause();
    this.desktop?.runCommand(functionName, controlId);
  }
}

function hasText(document: Document | null): boolean {
  return (document?.body?.innerText ?? '').trim() !== '';
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, readyPollMs);
  });
}
