/** Turns the product's own Markdown pages into HTML: headings, paragraphs, lists, tables, code, quotes, links, pictures. Every other sign is text. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Code, bold, emphasis, pictures and links inside a line; links to other pages of the same set point to their HTML. */
function renderInline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) return `<code>${escapeHtml(part.slice(1, -1))}</code>`;
      return escapeHtml(part)
        .replace(/!\[([^\]]+)\]\(([^)\s]+)\)/g, '<img src="$2" alt="$1">')
        .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_all, label: string, target: string) => `<a href="${target.replace(/\.md(?=#|$)/, '.html')}">${label}</a>`)
        .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
        .replace(/\*([^*]+)\*/g, '<em>$1</em>');
    })
    .join('');
}

function tableCells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => renderInline(cell.trim().replaceAll('\\|', '|')));
}

function renderTable(lines: readonly string[]): string {
  const [head = '', , ...body] = lines;
  const row = (line: string, tag: string, attributes = ''): string => `<tr>${tableCells(line).map((cell) => `<${tag}${attributes}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th', ' scope="col"')}</thead><tbody>${body.map((line) => row(line, 'td')).join('')}</tbody></table>`;
}

function renderList(lines: readonly string[]): string {
  const tag = /^\d/.test(lines[0] ?? '') ? 'ol' : 'ul';
  const items: string[] = [];
  for (const line of lines) {
    const item = /^(?:[-*]|\d+\.)\s+(.*)$/.exec(line)?.[1];
    if (item === undefined) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else items.push(item);
  }
  return `<${tag}>${items.map((item) => `<li>${renderInline(item)}</li>`).join('')}</${tag}>`;
}

function renderBlock(block: string): string {
  const lines = block.split('\n');
  const first = lines[0] ?? '';
  const heading = /^(#{1,4})\s+(.*)$/.exec(first);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    const rest = lines.slice(1).join('\n');
    return `<h${level}>${renderInline(heading[2] ?? '')}</h${level}>${rest === '' ? '' : renderBlock(rest)}`;
  }
  if (first.startsWith('|')) return renderTable(lines);
  if (/^([-*]|\d+\.)\s/.test(first)) return renderList(lines);
  if (first.startsWith('>')) return `<blockquote>${renderBlock(lines.map((line) => line.replace(/^>\s?/, '')).join('\n'))}</blockquote>`;
  const listAt = lines.findIndex((line) => /^([-*]|\d+\.)\s/.test(line));
  if (listAt > 0) return renderBlock(lines.slice(0, listAt).join('\n')) + renderList(lines.slice(listAt));
  return `<p>${renderInline(lines.join(' '))}</p>`;
}

/** The body of a page. */
export function renderMarkdown(markdown: string): string {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/^(```[^\n]*\n[\s\S]*?^```$)/m)
    .flatMap((part) => {
      const code = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(part);
      if (code !== null) return [`<pre><code>${escapeHtml(code[1] ?? '')}</code></pre>`];
      return part.split(/\n{2,}/).flatMap((block) => (block.trim() === '' ? [] : [renderBlock(block.replace(/^\n+|\n+$/g, ''))]));
    })
    .join('\n');
}

/** A whole page: no script, one style sheet beside the pages. Shape: `styleUrl` as the page refers to it. */
export function renderPage(markdown: string, language: 'en' | 'da', styleUrl: string): string {
  const title = /^#\s+(.*)$/m.exec(markdown)?.[1]?.replace(/[`*]/g, '') ?? 'Reserve';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${styleUrl}">
</head>
<body><main>
${renderMarkdown(markdown)}
</main></body>
</html>
`;
}
