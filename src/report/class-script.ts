/**
 * Sorting and filtering for tables that are whole without it. Column heads of `table.sortable` become buttons, and a
 * field over each table hides the rows that do not hold its text.
 */
const source = `
'use strict';
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const text = (row, i) => row.cells[i].dataset.value ?? row.cells[i].textContent.trim();
  heads.forEach((head, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const rows = [...body.rows].map((row) => [text(row, i), row]);
      const numeric = rows.every(([value]) => value === '' || !Number.isNaN(Number(value)));
      rows.sort(([a], [b]) => (numeric ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1));
      body.append(...rows.map(([, row]) => row));
    });
  });
  if (body.rows.length < 12) continue;
  const label = document.createElement('label');
  label.className = 'filter';
  label.textContent = 'Show only rows with';
  const field = document.createElement('input');
  field.type = 'search';
  label.append(field);
  table.closest('.scroll').before(label);
  field.addEventListener('input', () => {
    const wanted = field.value.toLowerCase();
    for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}
`;

/** `hash` is the SHA-256 of `source`, which the page's content policy asks for. */
export const classScript = { source, hash: 'sha256-xs00OZCdgKTdSAJOp4kS5//H+7UyTA2v5e3PC0SuBxU=' };
