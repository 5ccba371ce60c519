// What the title cards are drawn with: a pen that writes path data, and dice that always fall the same way.

export const [WIDTH, HEIGHT, TURN] = [2400, 3300, 1024];
/** Places of the colours in a palette. */
export const [GROUND, INK, ACCENT, MID] = [0, 1, 2, 3];

const COAT = ['M', 0, -107, 'Q', 12, -106, ' ', 14, -93, 'L', 18, -37, 'L', 10, -37, 'L', 8, 0, 'L', 3, 0, 'L', 0, -35, 'L', -3, 0, 'L', -8, 0, 'L', -10, -37, 'L', -18, -37, 'L', -14, -93, 'Q', -12, -106, ' ', 0, -107];

/** The sine of an angle times `r`; a turn has 1024 parts. */
export function sine(angle, r) {
  let part = angle & (TURN - 1);
  let size = r;
  if (part >= TURN / 2) {
    part -= TURN / 2;
    size = -r;
  }
  const arch = Math.trunc((part * (TURN / 2 - part)) / 16);
  return Math.trunc((4 * arch * size) / Math.max(1, 20480 - arch));
}
export const cosine = (angle, r) => sine(angle + TURN / 4, r);

function mixed(from, to, share) {
  let colour = 0;
  for (const shift of [0, 8, 16]) {
    colour |= Math.trunc((((from >> shift) & 255) * (100 - share) + ((to >> shift) & 255) * share) / 100) << shift;
  }
  return `#${colour.toString(16).padStart(6, '0')}`;
}

/** Writes path data, and throws dice that always fall the same way. */
export class Pen {
  constructor(hash, palette, title) {
    this.dice = Math.max(1, hash);
    this.palette = palette;
    this.title = title;
    this.path = '';
    this.html = '';
    for (let throws = 0; throws < 4; throws += 1) this.between(0, 0);
    this.rect(0, 0, WIDTH, HEIGHT);
    this.fill(GROUND);
  }

  between(low, high) {
    let { dice } = this;
    dice ^= dice << 13;
    dice ^= dice >>> 17;
    dice ^= dice << 5;
    this.dice = dice;
    return low + (((dice >>> 16) * (high - low)) >> 16);
  }

  side() {
    return this.between(0, 2) * 2 - 1;
  }

  to(command, x, y) {
    this.path += `${command}${x} ${y}`;
  }

  arc(rx, ry, sweep, x, y) {
    this.path += `A${rx} ${ry} 0 0 ${Number(sweep)} ${x} ${y}`;
  }

  line(x, y, dx, dy) {
    this.path += `M${x} ${y}l${dx} ${dy}`;
  }

  rect(x, y, width, height) {
    this.path += `M${x} ${y}l${width} 0l0 ${height}l${-width} 0z`;
  }

  oval(x, y, rx, ry) {
    this.path += `M${x} ${y - ry}a${Math.abs(rx)} ${ry} 0 1 ${Number(rx < 0)} ${Math.sign(rx)} 0z`;
  }

  disc(x, y, r) {
    this.oval(x, y, r, r);
  }

  outline(x, y, wide, tall, steps) {
    for (let at = 0; at < steps.length; at += 3) {
      this.to(steps[at], x + ((steps[at + 1] * wide) >> 7), y + ((steps[at + 2] * tall) >> 7));
    }
  }

  figure(x, foot, tall, tone) {
    this.outline(x, foot, tall, tall, COAT);
    this.disc(x, foot - Math.trunc((tall * 9) / 10), Math.trunc((tall * 10) / 128));
    this.fill(tone);
  }

  paint(tone, share, width) {
    if (!this.path) return;
    const colour = mixed(this.palette[GROUND], this.palette[tone], share);
    const paint = width ? `fill="none" stroke="${colour}" stroke-width="${width}"` : `fill="${colour}"`;
    this.html += `<path d="${this.path}" ${paint}></path>`;
    this.path = '';
  }

  fill(tone) {
    this.paint(tone, 100, 0);
  }

  stroke(tone, width) {
    this.paint(tone, 100, width);
  }

  letter() {
    const letter = (this.title.replace(/^(?:a|an|the) /i, '').match(/[\p{L}\p{N}]/u)?.[0] ?? '•').toUpperCase();
    const [size, y] = 'MW'.includes(letter) ? [2378, 2447] : letter < '\u0590' ? [2900, 2621] : [1914, 2339];
    this.html += `<text x="1200" y="${y}" text-anchor="middle" font-size="${size}" fill="${mixed(this.palette[INK], 0, 0)}">${letter}</text>`;
  }
}
