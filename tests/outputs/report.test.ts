import { keyedFindings } from '../../src/core/sheet-plan/checks/findings';
import { escapeText, html } from '../../src/outputs/report/html';
import { reportHtml } from '../../src/outputs/report/report';
import { BUDGET_TEXT, judged } from './checked';

async function report(text = BUDGET_TEXT, language: 'da' | 'en' = 'da'): Promise<string> {
  return reportHtml((await judged('aftale.txt', new TextEncoder().encode(text), language)).judged);
}

/** The values of an attribute in some markup. */
function valuesOf(markup: string, attribute: string): string[] {
  return [...markup.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
}

describe('reportHtml', () => {
  it('stands alone: nothing is fetched and nothing runs', async () => {
    const markup = await report();
    expect(markup).not.toMatch(/<script|<link|<img|<iframe|https?:|url\(/i);
    expect(markup).toContain('default-src &#39;none&#39;');
  });

  it('links every finding to its place and back, and every link leads somewhere', async () => {
    const markup = await report();
    const ids = new Set(valuesOf(markup, 'id'));
    expect(valuesOf(markup, 'href').filter((href) => !ids.has(href.slice(1)))).toEqual([]);
    expect(markup).toContain('<a class="f f-differs" href="#finding-1">4,0');
    expect(valuesOf(markup, 'id')).toHaveLength(ids.size);
  });

  it('says each verdict in words beside its sign', async () => {
    expect(await report()).toContain('4,0<span class="sr"> (afviger)</span>');
    expect(await report(BUDGET_TEXT, 'en')).toContain('4,0<span class="sr"> (differs)</span>');
  });

  it('names the unit in the words of its language, in its head and above its charts', async () => {
    const markup = await report(BUDGET_TEXT, 'en');
    expect(markup).toMatch(/<dd>million kr[,<]/);
    expect(markup).not.toMatch(/<figcaption>[^]*?mio\. kr\.[^]*?<\/figcaption>/);
  });

  it('shows a document that holds markup as text', async () => {
    const markup = await report(BUDGET_TEXT.replace('Fyrtårne', '<img src=x onerror=alert(1)>'));
    expect(markup).not.toContain('<img');
    expect(markup).toContain('&lt;img');
  });

  it('shows the figures of its pictures as a table too', async () => {
    const markup = await report();
    expect(markup).toContain('<svg');
    expect(markup).toContain('Tallene som tabel');
  });

  it('tells accepted differences with their reason, and no longer as open', async () => {
    const bytes = new TextEncoder().encode(BUDGET_TEXT);
    const { judged: open } = await judged('aftale.txt', bytes);
    const acceptances = new Map(keyedFindings(open.checks).map(({ key }) => [key, { reason: 'Drøftet med ministeriet', by: 'AB' }]));
    const markup = reportHtml((await judged('aftale.txt', bytes, 'da', acceptances)).judged);
    expect(markup).toContain('Der er ingen åbne afvigelser.');
    expect(markup).toContain('Drøftet med ministeriet (AB)');
  });

  it('is made of nothing but text for a document without figures', async () => {
    expect(await report('Et brev uden beløb.\n')).toContain('Et brev uden beløb.');
  });
});

describe('html', () => {
  it('escapes what is put in, but no markup of its own', () => {
    expect(html`<p>${'<b>&"\''}</p>${html`<i>${1}</i>`}`.markup).toBe('<p>&lt;b&gt;&amp;&quot;&#39;</p><i>1</i>');
  });

  it('leaves out control signs', () => {
    expect(escapeText('a\u0000b\u001Bc\n')).toBe('abc\n');
  });
});
