import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classScript } from '../../src/report/class-script.js';
import { createClassSummary, loadFormulaRenderer, renderClassPage, renderStudentPage } from '../../src/report/index.js';
import { picture, problem, report, rowOf } from './sample.js';

const renderFormula = await loadFormulaRenderer();
const hostile = '<script>alert(1)</script>"\'&\u202e\u0007';

const studentPage = renderStudentPage(
  's17',
  [{ problem, report, pictures: { 'converged-means': picture } }],
  renderFormula,
);
const hostilePage = renderStudentPage(
  hostile,
  [
    {
      problem,
      report: {
        ...report,
        student: hostile,
        file: hostile,
        messages: [hostile],
        warnings: [hostile],
        questions: report.questions.map((question) => ({
          ...question,
          answer: hostile,
          messages: [hostile],
          latex: hostile,
        })),
      },
      pictures: {},
    },
  ],
  renderFormula,
);

const summary = createClassSummary();
const verdicts = ['correct', 'partial', 'incorrect', 'blank', 'undecided', 'ungradable'] as const;
for (let i = 0; i < 60; i++) {
  const verdict = (k: number) => verdicts[(i * 7 + k * 5) % 6] ?? 'blank';
  summary.add(
    rowOf(i === 3 ? hostile : `s${String(i).padStart(2, '0')}`, [verdict(1), verdict(2), verdict(3), verdict(4)], {
      causes: i % 3 === 0 ? [{ ids: ['loop-variance-overwrites-sd'], certain: true, explains: ['larger'] }] : [],
      unexplained: i % 4 === 0 ? [{ question: 'mean', key: 'k', text: hostile }] : [],
    }),
    `page-${i}`,
  );
}
const classPage = renderClassPage({
  problems: [{ problem, summary: summary.result() }],
  skipped: [
    { file: hostile, kind: 'unreadable', reason: 'line 3, column 2: a comma is missing' },
    { file: '.DS_Store', kind: 'ignored', reason: 'Kept by the system.' },
  ],
  notes: [{ file: 's3.json', kind: 'named-otherwise', message: hostile }],
  describe: () => 'The new variance is stored where the density reads a standard deviation.',
  linked: true,
});
const emptyClass = renderClassPage({ problems: [], skipped: [], notes: [], describe: () => '', linked: true });

const powers = Array.from({ length: 40 }, (_, n) => `x_{1}^{${n}}`).join(' + ');
const longPage = renderStudentPage(
  's17',
  [
    {
      problem,
      report: {
        ...report,
        questions: report.questions.map((question, i) => ({
          ...question,
          latex:
            i % 2 === 0
              ? `1 + \\left(${powers}\\right) \\cdot \\pi_{k} + \\frac{\\mu_{k}}{2}`
              : `\\frac{${powers}}{\\gamma_{k1} + \\gamma_{k2}}`,
        })),
      },
      pictures: { 'converged-means': picture },
    },
  ],
  renderFormula,
);

const pages: readonly (readonly [name: string, html: string])[] = [
  ['a student', studentPage],
  ['a student with a hostile name', hostilePage],
  ['a class', classPage],
  ['a class without submissions', emptyClass],
  ['a student with long formulas', longPage],
];

describe.each(pages)('the page of %s', (_, html) => {
  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Written by us on purpose: short pages, styles for bars, and a region that the keyboard must reach.
        'long-title': 'off',
        'no-inline-style': 'off',
        'no-trailing-whitespace': 'off',
        'valid-id': ['error', { relaxed: true }],
      },
    });
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`)),
    ).toEqual([]);
  });

  it('asks for nothing from elsewhere', () => {
    expect(html).not.toMatch(/(?:src|href|action)="(?!data:|feedback\/|#)/);
    expect(html).toContain("default-src 'none'");
  });

  it('shows hostile texts as texts', () => {
    expect(html.replace(classScript.source, '')).not.toContain('<script>alert');
    for (const hidden of ['\u0007', '\u202e']) expect(html).not.toContain(hidden);
  });
});

it('a page without scripts is what a student gets', () => {
  expect(studentPage).not.toMatch(/<script|javascript:| on[a-z]+=/);
  expect(hostilePage).not.toMatch(/<script/);
});

it('the only script of the class page is the one its policy names', () => {
  expect(classScript.hash).toBe(`sha256-${createHash('sha256').update(classScript.source).digest('base64')}`);
  expect(classPage.match(/<script>/g)).toHaveLength(1);
});

it('shows every question with its answer as it was read, its verdict and its points', () => {
  for (const { title = '' } of problem.questions) expect(studentPage).toContain(`<h3>${title}</h3>`);
  expect(studentPage).toContain('<mfrac>');
  expect(studentPage).toContain('◐ partly right');
  expect(studentPage).toContain('1 of 3');
  expect(studentPage).toContain('open, of 1');
  expect(studentPage.match(/<svg /g)).toHaveLength(3);
});

const top = (verdict: 'undecided' | 'ungradable'): string => {
  const questions = report.questions.map((question) => ({ ...question, verdict }));
  return renderStudentPage('s17', [{ problem, report: { ...report, questions }, pictures: {} }], renderFormula);
};

it('tells what waits for a person from what could not be read', () => {
  expect(top('undecided')).toContain('4 answers are not decided yet');
  expect(top('ungradable')).toContain('4 answers could not be read, and used up no attempt.');
  expect(top('ungradable')).not.toContain('not decided yet');
});

it('marks nothing that came too late as if it counted', () => {
  const questions = report.questions.map((question) => ({ ...question, earned: 0, refused: true }) as const);
  const html = renderStudentPage('s17', [{ problem, report: { ...report, questions }, pictures: {} }], renderFormula);
  expect(html).toContain('<span class="verdict late">✓ right, but too late</span><span class="points">0 of 1</span>');
  // A check question has no points to lose.
  const [counted] = html.split('For checking your work');
  expect(counted).not.toMatch(/class="(?:verdict )?correct"|open, of|may still rise/);
});

const browserPath = '/usr/bin/chromium';
const reason = existsSync(browserPath) ? '' : ' (skipped: there is no /usr/bin/chromium)';

describe.skipIf(reason !== '')(`in a browser${reason}`, () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    pages.forEach(([, html], i) => writeFileSync(join(folder, `${i}.html`), html));
    browser = await chromium.launch({
      executablePath: browserPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (
    page: number,
    width: number,
    colorScheme: 'light' | 'dark',
    look: (page: Page, said: string[], asked: string[]) => Promise<void>,
  ): Promise<void> => {
    const opened = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const said: string[] = [];
    const asked: string[] = [];
    opened.on('console', (message) => void said.push(message.text()));
    opened.on('pageerror', (error) => void said.push(error.message));
    opened.on('request', (request) => void asked.push(request.url()));
    try {
      await opened.goto(`file://${folder}/${page}.html`);
      await look(opened, said, asked);
    } finally {
      await opened.close();
    }
  };

  const cases = [0, 1, 2, 4].flatMap((page) =>
    ([360, 1200] as const).flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => [page, width, scheme] as const),
    ),
  );

  it.each(cases)(
    'page %i at %i pixels, %s: says nothing, asks for nothing, fits, and can be read',
    async (page, width, scheme) => {
      await open(page, width, scheme, async (opened, said, asked) => {
        expect(said).toEqual([]);
        expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
        expect(await opened.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
        expect(await opened.evaluate(faintTexts)).toEqual([]);
        // A formula that is too wide is moved sideways; nothing in a line of text is scrolled up and down.
        expect(await opened.evaluate(scrolledAnswers)).toEqual([]);
      });
    },
  );

  // A4 less the margins that browsers leave.
  it.each([0, 1, 2])('page %i fits on paper, to its last column', async (page) => {
    await open(page, 718, 'light', async (opened) => {
      await opened.emulateMedia({ media: 'print' });
      expect(await opened.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(718);
    });
  });

  it('nothing of a long formula is cut off on paper, and no key of a picture is lost', async () => {
    await open(4, 718, 'light', async (opened) => {
      await opened.emulateMedia({ media: 'print' });
      expect(await opened.evaluate(cutFormulas)).toEqual([]);
      expect(await opened.evaluate(unprintedKeys)).toEqual([]);
    });
  });

  it('the class page can be sorted and filtered from the keyboard', async () => {
    await open(2, 1200, 'light', async (opened) => {
      const first = '[aria-label=Students] tbody th';
      await opened.focus('[aria-label=Students] thead th:nth-child(2) button');
      await opened.keyboard.press('Enter');
      const points = await opened.$$eval('[aria-label=Students] tbody td:nth-child(2)', (cells) =>
        cells.map((cell) => Number(cell.getAttribute('data-value'))),
      );
      expect(points).toEqual(points.toSorted((a, b) => a - b));
      expect(await opened.getAttribute('[aria-label=Students] thead th:nth-child(2)', 'aria-sort')).toBe('ascending');
      await opened.keyboard.press('Enter');
      expect(await opened.getAttribute('[aria-label=Students] thead th:nth-child(2)', 'aria-sort')).toBe('descending');
      await opened.fill('label:has(+ [aria-label=Students]) input', 's07');
      expect(
        await opened.$$eval(
          first,
          (cells) =>
            cells.filter((cell) => (cell as unknown as { offsetParent: unknown }).offsetParent !== null).length,
        ),
      ).toBe(1);
    });
  });

  it('everything that can be used is reached by the tab key', async () => {
    await open(2, 1200, 'light', async (opened) => {
      const usable = await opened.evaluate<number>(
        `[...document.querySelectorAll('a, button, input, summary, [tabindex="0"]')].filter((each) => each.checkVisibility()).length`,
      );
      await opened.keyboard.press('Tab');
      const reached = new Set<string>();
      for (let i = 0; i < usable + 5; i++) {
        reached.add(
          await opened.evaluate(
            '(() => { const all = [...document.querySelectorAll("*")]; return String(all.indexOf(document.activeElement)); })()',
          ),
        );
        await opened.keyboard.press('Tab');
      }
      expect(reached.size).toBeGreaterThanOrEqual(usable);
    });
  });

  it('without scripts the class page still shows every table', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const opened = await context.newPage();
    await opened.goto(`file://${folder}/2.html`);
    expect(await opened.locator('[aria-label=Students] tbody tr').count()).toBe(60);
    expect(await opened.locator('button').count()).toBe(0);
    await context.close();
  });
});

/** Formulas of which a part lies outside of their box. */
const cutFormulas = `[...document.querySelectorAll('dl.answer dd')].filter((box) =>
  [...box.querySelectorAll('math, math *')].some((part) => part.getBoundingClientRect().right > box.getBoundingClientRect().right + 1)
).map((box) => box.textContent.slice(0, 40))`;

/** Keys of legends whose colour browsers leave out on paper. */
const unprintedKeys = `[...document.querySelectorAll('.key')].filter((key) => getComputedStyle(key, '::before').printColorAdjust !== 'exact').map((key) => key.textContent)`;

/** Answers that do not fit into their boxes from top to bottom: cut off, or with a scroll bar at the side. */
const scrolledAnswers = `[...document.querySelectorAll('dl.answer dd')]
  .filter((box) => box.scrollHeight > box.clientHeight)
  .map((box) => box.textContent)`;

/** Texts whose contrast with the ground behind them is below 4.5 : 1 (WCAG 2.1, 1.4.3), as an expression for the page. */
const faintTexts = `(() => {
  const channel = (c) => { const s = c / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const groundOf = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(e).backgroundColor);
      if (a === 1 && r !== undefined) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!own || element.closest('script') || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const color = parse(element.closest('svg') ? style.fill : style.color);
    const [light, dark] = [luminance(color), luminance(groundOf(element))].sort((a, b) => b - a);
    if ((light + 0.05) / (dark + 0.05) < 4.5) faint.push(element.tagName + ' ' + element.className + ' ' + element.textContent.slice(0, 30));
  }
  return faint;
})()`;
