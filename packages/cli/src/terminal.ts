/** The world outside of a command, so that a test can be one. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder. */
  readonly home: string;
  /** Whether a person sits in front of it. */
  readonly interactive: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Asks for a line; `hidden` shows nothing of what is typed. */
  ask(question: string, hidden?: boolean): Promise<string>;
  /** Ends what goes on and on. */
  readonly signal: AbortSignal;
}
