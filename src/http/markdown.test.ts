/** The subset of Markdown that our documents use, and nothing of HTML. */
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./markdown.ts";

const render = (text: string) => renderMarkdown(text, { resolve: (target) => (target === "gone.md" ? null : target) });
const html = (text: string) => render(text).html;

describe("blocks", () => {
  test("the title is taken out, headings get ids that are all different", () => {
    const { title, headings, html: rest } = render("# The *title*\n\n## Set it up\n\ntext\n\n## Set it up");
    expect([title, headings.map((each) => each.id)]).toEqual(["The title", ["set-it-up", "set-it-up-2"]]);
    expect(rest).toBe('<h2 id="set-it-up">Set it up</h2>\n<p>text</p>\n<h2 id="set-it-up-2">Set it up</h2>');
  });
  test("code keeps every letter, blank lines and what looks like marks", () => {
    expect(html("```js\nif (a < b && c) `x`;\n\n# no heading\n```")).toBe(
      '<pre tabindex="0"><code class="language-js">if (a &#60; b &#38;&#38; c) `x`;\n\n# no heading</code></pre>',
    );
  });
  test("lists: ordered, nested, with continued lines and with code inside", () => {
    expect(html("1. One\n   goes on\n2. Two\n   - a\n   - b\n\nAfter")).toBe(
      "<ol>\n<li>One\ngoes on</li>\n<li>Two\n<ul>\n<li>a</li>\n<li>b</li>\n</ul></li>\n</ol>\n<p>After</p>",
    );
    expect(html("- Run\n\n  ```sh\n  npm start\n  ```\n- Next")).toBe(
      '<ul>\n<li>Run\n<pre tabindex="0"><code class="language-sh">npm start</code></pre></li>\n<li>Next</li>\n</ul>',
    );
  });
  test("tables: a bar in code or escaped is no border, an empty cell stays", () => {
    expect(html("| a | b |\n|---|---|\n| `x|y` | \\| |\n| | z |")).toBe(
      '<div class="wide" tabindex="0"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n' +
        "<tr><td><code>x|y</code></td><td>|</td></tr>\n<tr><td></td><td>z</td></tr>\n</tbody></table></div>",
    );
  });
  test("quotes, rules, comments", () => {
    expect(html("> a\n> b\n\n---\n<!-- gone\nquite -->\nc")).toBe("<blockquote><p>a\nb</p></blockquote>\n<hr>\n<p>c</p>");
  });
});

describe("in a line", () => {
  test("code, strong, stress, links, pictures, addresses", () => {
    expect(html("`a*b*` **c `d`** *e* [f `g`](h.md) ![i](/j.png) <https://k.example/?l=1&m>")).toBe(
      '<p><code>a*b*</code> <strong>c <code>d</code></strong> <em>e</em> f <code>g</code> <img src="/j.png" alt="i" loading="lazy"> ' +
        '<a href="https://k.example/?l=1&#38;m">https://k.example/?l=1&#38;m</a></p>',
    );
  });
  test("a star that multiplies and an underscore are text", () => {
    expect(html("2 * 3 * 4, gv_live_x")).toBe("<p>2 * 3 * 4, gv_live_x</p>");
  });
  test("HTML is text, and a link leads to no script", () => {
    expect(html('<script>alert(1)</script> [x](javascript:alert(1)) [y](//evil.example) [z](gone.md) ![a"b](data:,)')).toBe(
      "<p>&#60;script&#62;alert(1)&#60;/script&#62; [x](javascript:alert(1)) y z a&#34;b</p>",
    );
  });
});
