/** Where the bracket that opens at `opening` is closed, brackets of all kinds counted alike; -1 where it is not. */
export const closingBracket = (text: string, opening: number): number => {
  let open = 0;
  for (let position = opening; position < text.length; position++) {
    const character = text.charAt(position);
    if ('([{'.includes(character)) open++;
    else if (')]}'.includes(character) && --open === 0) return position;
  }
  return -1;
};
