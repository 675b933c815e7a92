/** Something that makes a text no YAML, or other YAML than its author meant: where it stands, what it is, and the mend. */
export type SyntaxFault = {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
  /** Whether what follows is read otherwise than it was meant, so that nothing true can be said of it. */
  readonly hidesRest?: true;
};
