/**
 * A chart as a picture to put into a document: its title, what it shows and what that means stand in it, on white, whatever the screen's
 * colours. Drawn from the chart's own SVG (or canvas); nothing is asked of the server.
 */
import { direction } from "../../words/say.ts";
import { DRAWN_AGAIN } from "./drawn-again.ts";

export type PictureWords = { title: string; lines: readonly string[]; notes: readonly string[] };

/** What a drawing's elements take from style sheets, which do not come along. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "visibility",
  "display",
  "vector-effect",
  "direction",
] as const;
const FONT = 'Inter, system-ui, "Segoe UI", Roboto, "Noto Sans Arabic", sans-serif';
const [INK, MUTED] = ["#26202b", "#5d5563"];
const SCALE = 2;
const EDGE = 24;
const WIDEST = 1_400;

type Drawn = { image: CanvasImageSource; width: number; height: number; caption: string };

export async function pictureOf(frame: HTMLElement, words: PictureWords): Promise<Blob> {
  const drawn = await drawings(frame);
  const width = Math.min(WIDEST, Math.max(640, ...drawn.map((each) => each.width))) + 2 * EDGE;
  // Measured first, then drawn: text says how high the picture is.
  const height = paint(null, { drawn, words, width });
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  const pen = canvas.getContext("2d")!;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  paint(pen, { drawn, words, width });
  return await new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob === null ? fail(new Error("no picture")) : done(blob)), "image/png"),
  );
}

/** Charts and canvases of a frame, in order, in the colours of a light screen. */
async function drawings(frame: HTMLElement): Promise<Drawn[]> {
  const parts = [...frame.querySelectorAll<SVGSVGElement | HTMLCanvasElement>("svg.recharts-surface, svg[data-chart], canvas")].filter(
    (each) => each.getBoundingClientRect().width > 0 && each.parentElement?.closest(".recharts-legend-wrapper") == null,
  );
  const html = document.documentElement;
  const before = html.getAttribute("data-mantine-color-scheme");
  // Between two frames: nobody sees it.
  html.setAttribute("data-mantine-color-scheme", "light");
  const made = parts.map((each) => ({
    of: each,
    drawn: each instanceof SVGSVGElement ? svgText(each) : (DRAWN_AGAIN.get(each)?.() ?? each),
  }));
  if (before !== null) html.setAttribute("data-mantine-color-scheme", before);
  return await Promise.all(
    made.map(async ({ of, drawn }) => {
      const { width, height } = of.getBoundingClientRect();
      const caption = of.closest<HTMLElement>("[data-caption]")?.dataset["caption"] ?? "";
      return { image: typeof drawn === "string" ? await imageOf(drawn) : drawn, width, height, caption };
    }),
  );
}

function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [svg, ...svg.querySelectorAll("*")],
    [copy, ...copy.querySelectorAll("*")],
  ];
  from.forEach((each, i) => {
    const style = getComputedStyle(each);
    const text = STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
    to[i]!.setAttribute("style", `${text};font-family:${FONT.replaceAll('"', "'")}`);
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  // A dot at the edge is whole on the page, where nothing cuts it off.
  if (svg.classList.contains("recharts-surface")) copy.setAttribute("viewBox", `-6 -6 ${width + 12} ${height + 12}`);
  return new XMLSerializer().serializeToString(copy);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

type Page = { drawn: readonly Drawn[]; words: PictureWords; width: number };
type Block = { text: string; size: number; weight: number; colour: string };

/** Draws a page, or only measures it. @returns its height. */
function paint(pen: CanvasRenderingContext2D | null, { drawn, words, width }: Page): number {
  const ruler = pen ?? document.createElement("canvas").getContext("2d")!;
  const isRtl = direction() === "rtl";
  let y = EDGE;
  const write = ({ text, size, weight, colour }: Block): void => {
    ruler.font = `${weight} ${size}px ${FONT}`;
    ruler.direction = isRtl ? "rtl" : "ltr";
    ruler.textAlign = "start";
    for (const line of wrapped(ruler, text, width - 2 * EDGE)) {
      y += size * 1.4;
      ruler.fillStyle = colour;
      if (pen !== null) pen.fillText(line, isRtl ? width - EDGE : EDGE, y - size * 0.4);
    }
  };
  write({ text: words.title, size: 20, weight: 600, colour: INK });
  for (const text of words.lines) write({ text, size: 14, weight: 400, colour: INK });
  y += 12;
  for (const { image, width: wide, height, caption } of drawn) {
    if (caption !== "") write({ text: caption, size: 13, weight: 400, colour: INK });
    const scale = Math.min(1, (width - 2 * EDGE) / wide);
    pen?.drawImage(image, EDGE, y, wide * scale, height * scale);
    y += height * scale + 8;
  }
  y += 4;
  for (const text of words.notes) write({ text, size: 12, weight: 400, colour: MUTED });
  return Math.ceil(y + EDGE);
}

/** Text in lines that fit. */
function wrapped(ruler: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && ruler.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
