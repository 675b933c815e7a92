/** Whether a text is a well-formed XML document, as far as elements, attributes and characters go. Written against XML 1.0, not against our writer. */
export const isWellFormed = (text: string): boolean => {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(text)) return false;
  const open: string[] = [];
  let rest = text.replace(/^<\?xml [^?]*\?>\s*/, '');
  let roots = 0;
  while (rest !== '') {
    const tag =
      /^<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.-]*="(?:[^<&"]|&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)*")*)\s*(\/?)>/.exec(
        rest,
      );
    const characters = /^(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)+/.exec(rest);
    if (tag !== null) {
      const [all, close, name = '', , empty] = tag;
      if (close === '/') {
        if (open.pop() !== name) return false;
      } else {
        if (open.length === 0) roots++;
        if (empty !== '/') open.push(name);
      }
      rest = rest.slice(all.length);
    } else if (characters !== null) {
      if (open.length === 0 && characters[0].trim() !== '') return false;
      if (characters[0].includes(']]>')) return false;
      rest = rest.slice(characters[0].length);
    } else return false;
  }
  return open.length === 0 && roots === 1;
};
