/** Libraries that bring no types, as far as they are used here. */
declare module 'math-expressions' {
  const expressions: { readonly fromText: (text: string) => { readonly equals: (other: unknown) => boolean } };
  export default expressions;
}
declare module 'algebrite' {
  const algebrite: { readonly run: (text: string) => string };
  export default algebrite;
}
