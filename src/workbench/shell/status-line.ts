/** The line at the bottom: what happened last, and the last thing that went wrong. */
export class StatusLine {
  private readonly message = document.createElement('span');
  private readonly problem = document.createElement('span');

  constructor(container: HTMLElement) {
    this.problem.className = 'is-bad';
    container.replaceChildren(this.message, this.problem);
  }

  say(text: string): void {
    this.message.textContent = text;
    this.problem.textContent = '';
  }

  /** Takes away what went wrong before. */
  calm(): void {
    this.problem.textContent = '';
  }

  warn(text: string): void {
    this.problem.textContent = text;
    this.problem.title = text;
  }
}
