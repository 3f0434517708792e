import { createHash } from 'node:crypto';
import { htmlText } from '../html-text.js';
import type { OpenApiDocument, Operation } from './document.js';

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  summary { cursor: pointer; padding: .4rem 0 }
  details details { margin-left: 1rem }
  b { display: inline-block; min-width: 4.5rem }
  pre { overflow: auto; padding: .8rem; border: 1px solid; border-radius: .3rem }
  th, td { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0 }
`;

/** What the page needs beside itself: its own style, and nothing from anywhere. */
export const docsPolicy = `default-src 'none'; frame-ancestors 'none'; style-src 'sha256-${createHash(
  'sha256',
)
  .update(style)
  .digest('base64')}'`;

/** The description of the API as a page to read: no script, no request to anybody. */
export function docsPage({ info, paths, components }: OpenApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))];
  const sections = tags.map((tag) => {
    const ofTag = operations.filter(({ operation }) => (operation.tags?.[0] ?? 'other') === tag);
    return `<h2>${htmlText(tag)}</h2>${ofTag.map(section).join('')}`;
  });
  const shapes = Object.entries(components.schemas).map(([name, schema]) => folded(name, schema));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lotse: the API</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head><body>
<h1>Lotse: the API, version ${htmlText(info.version)}</h1>
<p>The same for machines: <a href="openapi.json">OpenAPI 3.1</a>. Sign in with
<code>Authorization: Bearer &lt;token&gt;</code>, or with the cookie that <code>POST /api/v1/session</code> sets.</p>
${sections.join('')}<h2>Shapes</h2>${shapes.join('')}</body></html>\n`;
}

function section({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: Operation;
}): string {
  const { summary, description = 'For everybody.', parameters, requestBody, responses } = operation;
  const rows = parameters.map(
    ({ name, in: place, example = '', description: meaning = '' }) =>
      `<tr><td><code>${htmlText(name)}</code></td><td>${htmlText(place)}</td><td>${htmlText(example)}</td><td>${htmlText(meaning)}</td></tr>`,
  );
  const table = `<table><tr><th>parameter</th><th>in</th><th>example</th><th></th></tr>${rows.join('')}</table>`;
  const body = Object.entries(requestBody?.content ?? {}).map(
    ([type, { example, schema }]) =>
      (example === undefined
        ? ''
        : `<p>Body, <code>${htmlText(type)}</code>, for example:</p>${code(example)}`) +
      folded('Body', schema),
  );
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.values(content).map(({ schema }) => folded(`Answer ${status}`, schema)),
  );
  return `<details id="${htmlText(operation.operationId)}"><summary><b>${method.toUpperCase()}</b><code>${htmlText(path)}</code>
${htmlText(summary)}</summary><p>${htmlText(description)}</p>${rows.length > 0 ? table : ''}${body.join('')}${answers.join('')}</details>`;
}

const folded = (title: string, schema: unknown): string =>
  `<details><summary>${htmlText(title)}</summary>${code(schema)}</details>`;

const code = (value: unknown): string =>
  `<pre>${htmlText(typeof value === 'string' ? value : JSON.stringify(value, null, 2))}</pre>`;
