/** Plots as SVG, drawn by hand: a frame with axes, and marks in the units of the axes. */

export interface Axis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly say?: (tick: number) => string;
}

export const COLOURS = ['#4269d0', '#ff725c', '#3ca951', '#efb118', '#a463f2', '#6cc5b0'] as const;
const SIZE = { width: 760, height: 440, left: 70, right: 20, top: 50, bottom: 60 };

export class Plot {
  private readonly marks: string[] = [];
  private readonly legend: string[] = [];

  constructor(
    private readonly title: string,
    private readonly x: Axis,
    private readonly y: Axis,
    private readonly left = SIZE.left,
  ) {}

  dot(x: number, y: number, colour: string, radius = 2.5): this {
    return this.mark(
      `<circle cx="${this.atX(x)}" cy="${this.atY(y)}" r="${radius}" fill="${colour}" fill-opacity="0.6"/>`,
    );
  }

  line(points: readonly (readonly [number, number])[], colour: string, dashes = ''): this {
    const path = points.map(([x, y]) => `${this.atX(x)},${this.atY(y)}`).join(' ');
    const dash = dashes ? ` stroke-dasharray="${dashes}"` : '';
    return this.mark(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.8"${dash}/>`);
  }

  bar(from: readonly [number, number], to: readonly [number, number], colour: string): this {
    const [x, y] = [Math.min(this.atX(from[0]), this.atX(to[0])), Math.min(this.atY(from[1]), this.atY(to[1]))];
    const width = Math.abs(this.atX(to[0]) - this.atX(from[0]));
    const height = Math.abs(this.atY(to[1]) - this.atY(from[1]));
    const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
    return this.mark(`<rect ${box} fill="${colour}" fill-opacity="0.85"/>`);
  }

  text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'start'): this {
    return this.mark(
      `<text x="${this.atX(x)}" y="${this.atY(y) + 4}" text-anchor="${anchor}">${escaped(words)}</text>`,
    );
  }

  /** A text in the margin left of the frame. */
  name(y: number, words: string): this {
    return this.mark(`<text x="${this.left - 8}" y="${this.atY(y) + 4}" text-anchor="end">${escaped(words)}</text>`);
  }

  key(words: string, colour: string): this {
    this.legend.push(`<tspan fill="${colour}">■</tspan> ${escaped(words)}`);
    return this;
  }

  toString(): string {
    const { width, height, right, top, bottom } = SIZE;
    const frame = `x="${this.left}" y="${top}" width="${width - this.left - right}" height="${height - top - bottom}"`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="#222">`,
      `<rect width="${width}" height="${height}" fill="#fff"/>`,
      `<text x="${width / 2}" y="20" text-anchor="middle" font-size="15" font-weight="bold">${escaped(this.title)}</text>`,
      `<text x="${this.left}" y="40">${this.legend.join('&#160;&#160;&#160;')}</text>`,
      ...this.ticks(),
      ...this.marks,
      `<rect ${frame} fill="none" stroke="#888"/>`,
      `<text x="${(this.left + width - right) / 2}" y="${height - 15}" text-anchor="middle">${escaped(this.x.label)}</text>`,
      `<text transform="translate(18 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle">${escaped(this.y.label)}</text>`,
      '</svg>\n',
    ].join('\n');
  }

  private ticks(): string[] {
    const { width, height, right, top, bottom } = SIZE;
    const say = (axis: Axis, tick: number) => escaped(axis.say ? axis.say(tick) : `${tick}`);
    const grid = 'stroke="#e4e4e4"';
    return [
      ...this.x.ticks.flatMap((tick) => [
        `<line x1="${this.atX(tick)}" x2="${this.atX(tick)}" y1="${top}" y2="${height - bottom}" ${grid}/>`,
        `<text x="${this.atX(tick)}" y="${height - bottom + 18}" text-anchor="middle">${say(this.x, tick)}</text>`,
      ]),
      ...this.y.ticks.flatMap((tick) => [
        `<line x1="${this.left}" x2="${width - right}" y1="${this.atY(tick)}" y2="${this.atY(tick)}" ${grid}/>`,
        `<text x="${this.left - 8}" y="${this.atY(tick) + 4}" text-anchor="end">${say(this.y, tick)}</text>`,
      ]),
    ];
  }

  private mark(svg: string): this {
    this.marks.push(svg);
    return this;
  }

  private atX(value: number): number {
    const share = (clamped(value, this.x) - this.x.low) / (this.x.high - this.x.low);
    return round(this.left + share * (SIZE.width - this.left - SIZE.right));
  }

  private atY(value: number): number {
    const share = (clamped(value, this.y) - this.y.low) / (this.y.high - this.y.low);
    return round(SIZE.height - SIZE.bottom - share * (SIZE.height - SIZE.top - SIZE.bottom));
  }
}

function clamped(value: number, { low, high }: Axis): number {
  return Math.max(low, Math.min(high, value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
