import { renderMarkdown, renderPage } from '../../scripts/markdown';

describe('renderMarkdown', () => {
  it.each([
    ['# Title\nText', '<h1>Title</h1><p>Text</p>'],
    ['One\nline **bold** and *soft*', '<p>One line <strong>bold</strong> and <em>soft</em></p>'],
    ['- a\n- b\n  more', '<ul><li>a</li><li>b more</li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['Before:\n- a', '<p>Before:</p><ul><li>a</li></ul>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['`=A*B*C` and [page](functions/total.md#years)', '<p><code>=A*B*C</code> and <a href="functions/total.html#years">page</a></p>'],
    ['![The "pane"](pictures/a.png)', '<p><img src="pictures/a.png" alt="The &quot;pane&quot;"></p>'],
    ['```ts\nif (a < b) {\n\n}\n```', '<pre><code>if (a &lt; b) {\n\n}</code></pre>'],
    ['<script>alert("x")</script>', '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>'],
    [
      '| a | b |\n|---|---|\n| `x` | y \\| z |',
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td><code>x</code></td><td>y | z</td></tr></tbody></table>',
    ],
  ])('%j', (markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });
});

describe('renderPage', () => {
  it('carries the language, the title and a closed content security policy', () => {
    const page = renderPage('# A `B`\n', 'da', '../help.css');
    expect(page).toContain('<html lang="da">');
    expect(page).toContain('<title>A B</title>');
    expect(page).toContain("default-src 'none'");
  });
});
