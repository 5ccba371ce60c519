// What the title cards show.
import { ACCENT, cosine, GROUND, HEIGHT, INK, MID, sine, TURN, WIDTH } from './pen.js';

const LIDS = ['M', -128, 0, 'Q', 0, -128, ' ', 127, 0, 'Q', 0, 127, ' ', -128, 0];
const SHADOW = ['M', 0, -9, 'Q', -46, -7, ' ', -46, 6, 'Q', -46, 8, ' ', 0, -3];
const POLE = ['M', -127, 0, 'Q', 0, -34, ' ', 127, 0];
const CANOPY = ['M', -84, 0, 'C', -84, -112, ' ', 84, -112, ' ', 84, 0, 'Q', 63, -20, ' ', 42, 0, 'Q', 21, -20, ' ', 0, 0, 'Q', -21, -20, ' ', -42, 0, 'Q', -63, -20, ' ', -84, 0];
const RIBS = ['M', -42, 0, 'Q', -36, -58, ' ', 0, -84, 'Q', 36, -58, ' ', 42, 0, 'M', 0, -84, 'L', 0, 0];
const STICK = ['M', 0, -90, 'L', 0, 72];
const HANDLE = ['M', -8, 49, 'L', -3, 64, 'L', 0, 58];

export function rings(pen) {
  const [x, y] = [pen.between(880, 1520), pen.between(1180, 2120)];
  const quiet = pen.between(4, 7);
  pen.disc(x, y, 80);
  for (let k = 1; k < 15; k += 1) {
    if (k !== quiet && k !== quiet + 1) {
      const [r, half] = [k * 150, 8 + Math.trunc((k * 17) / 10)];
      pen.disc(x, y, r + half);
      pen.oval(x, y, half - r, r - half);
    }
    if (k === 2) pen.fill(ACCENT);
  }
  pen.fill(INK);
}

export function waveform(pen) {
  const [slow, fast] = [pen.between(0, TURN), pen.between(0, TURN)];
  const [middle, quiet] = [pen.between(1500, 1800), pen.between(9, 17)];
  pen.rect(0, middle - 5, WIDTH, 10);
  pen.fill(MID);
  for (let k = 0; k < 24; k += 1) {
    if (k === quiet) continue;
    const still = k > quiet && k < quiet + 5;
    const half = still ? 10 : 90 + Math.trunc((Math.abs(sine(k * 50 + slow, 1040)) * (62 + sine(k * 310 + fast, 38))) / 100);
    pen.line(165 + k * 90, middle - half, 0, half * 2);
  }
  pen.stroke(INK, 50);
  pen.line(165 + quiet * 90, middle - 1120, 0, 2240);
  pen.stroke(ACCENT, 50);
}

export function keys(pen) {
  const down = pen.between(0, 6);
  for (let k = 0; k < 6; k += 1) {
    if (k !== down) pen.rect(130 + k * 360, 0, 340, 2520);
  }
  pen.fill(INK);
  pen.rect(130 + down * 360, 0, 340, 2720);
  pen.fill(ACCENT);
  for (const k of [1, 2, 4, 5]) pen.rect(10 + k * 360, 0, 220, 1560);
  pen.fill(GROUND);
}

export function horizon(pen) {
  const [x, sea] = [pen.between(780, 1620), pen.between(1880, 2260)];
  const [r, risen] = [pen.between(460, 660), pen.between(0, 3) * 35];
  pen.disc(x, sea - Math.trunc((r * risen) / 100), r);
  pen.fill(ACCENT);
  pen.rect(0, sea, WIDTH, HEIGHT);
  pen.fill(INK);
  pen.rect(0, sea, WIDTH, 20);
  pen.fill(MID);
  for (let k = 0; k < 9; k += 1) {
    const [half, drift] = [Math.trunc((r * (98 - k * 9)) / 100), pen.between(-90, 90)];
    pen.rect(x - half + drift, sea + 90 + k * k * 6 + k * 60, half * 2, 14 + k * 4);
  }
  pen.fill(ACCENT);
}

export function windows(pen) {
  const home = pen.between(4, 20);
  const { dice } = pen;
  for (const [layer, tone, share] of [[0, INK, 16], [1, INK, 29], [2, INK, 44], [3, ACCENT, 100], [4, INK, 8]]) {
    pen.dice = dice;
    for (let k = 0; k < 24; k += 1) {
      const [x, y] = [200 + (k % 4) * 520, 180 + Math.trunc(k / 4) * 500];
      const [roll, blind] = [pen.between(0, 30), pen.between(0, 1000)];
      const light = k === home || roll < 3 ? 3 : roll % 3;
      if (light === layer) pen.rect(x, y, 440, 440);
      else if (layer === 4 && blind < 300 && k !== home) pen.rect(x, y, 440, blind);
    }
    pen.paint(tone, share, 0);
  }
  pen.figure(340 + (home % 4) * 520 + pen.between(0, 160), 620 + Math.trunc(home / 4) * 500, 370, GROUND);
}

export function ridges(pen) {
  const [sunX, sunY, r] = [pen.between(640, 1760), pen.between(840, 1180), pen.between(260, 440)];
  pen.disc(sunX, sunY, r);
  pen.fill(ACCENT);
  const soft = pen.side() > 0;
  let base = 1380;
  for (const [tone, share] of [[MID, 38], [MID, 70], [MID, 100], [INK, 72], [INK, 100]]) {
    let up = pen.side();
    pen.to('M', -400, 3400);
    for (let step = -1; step < 8; step += 1) {
      const [x, y] = [step * 400 + pen.between(-90, 90), base + up * pen.between(90, 280)];
      if (soft) pen.to('S', x - 180, y);
      pen.to(soft ? ' ' : 'L', x, y);
      up = -up;
    }
    pen.to('L', 2800, 3400);
    pen.paint(tone, share, 0);
    base += 420;
  }
}

export function quarters(pen) {
  const { dice } = pen;
  for (const [from, to, tone] of [[0, 4, INK], [4, 7, MID], [7, 8, ACCENT]]) {
    pen.dice = dice;
    for (let tile = 0; tile < 35; tile += 1) {
      const [colour, form, turn] = [pen.between(0, 8), pen.between(0, 8), pen.between(0, 4)];
      if (colour < from || colour >= to || form === 0) continue;
      const [right, down] = [(turn % 2) * 2 - 1, Math.trunc(turn / 2) * 2 - 1];
      const [x, y] = [300 + (tile % 5) * 450, 300 + Math.trunc(tile / 5) * 450];
      if (form === 1) {
        pen.disc(x, y, 225);
        continue;
      }
      const [corner, foot] = [x - right * 225, y - down * 225];
      pen.to('M', corner, foot);
      pen.to('L', corner, y + down * 225);
      pen.arc(450, 450, right !== down, x + right * 225, foot);
    }
    pen.fill(tone);
  }
}

export function initial(pen) {
  const [rise, y] = [pen.side() * 620, pen.between(1500, 1960)];
  pen.line(0, y + rise, WIDTH, -2 * rise);
  pen.to('L', WIDTH, HEIGHT);
  pen.to('L', 0, HEIGHT);
  pen.fill(MID);
  pen.letter();
  const steep = rise + Math.trunc(rise / 12);
  pen.line(-100, y + steep, WIDTH + 200, -2 * steep);
  pen.stroke(pen.side() > 0 ? GROUND : ACCENT, 70);
}

export function spotlight(pen) {
  const side = pen.side();
  const [lamp, pool] = [1200 + side * pen.between(500, 960), 1200 - side * pen.between(0, 220)];
  pen.line(lamp - 50, -40, 100, 0);
  pen.to('L', pool + 790, 2680);
  pen.to('L', pool - 790, 2680);
  pen.fill(ACCENT);
  pen.oval(pool, 2680, 800, 220);
  pen.fill(INK);
  pen.outline(pool, 2755, side * 1280, 1000, SHADOW);
  pen.paint(INK, 45, 0);
  pen.figure(pool, 2720, 740, GROUND);
}

export function phases(pen) {
  const [r, first] = [240, pen.between(20, 300)];
  for (const [layer, tone, share] of [[0, MID, 30], [1, INK, 100], [2, ACCENT, 100]]) {
    for (let k = 0; k < 12; k += 1) {
      const [x, y] = [540 + (k % 3) * 660, 660 + Math.trunc(k / 3) * 660];
      const age = (first + Math.trunc((k * TURN) / 13)) % TURN;
      const old = Math.abs(age - TURN / 2);
      const full = old < 41;
      if (layer === 0 || (layer === 2 && full)) pen.disc(x, y, r);
      else if (layer === 1 && !full) {
        const limb = age < TURN / 2;
        pen.to('M', x, y - r);
        pen.arc(r, r, limb, x, y + r);
        pen.arc(Math.abs(cosine(age, r)), r, limb === old < TURN / 4, x, y - r);
      }
    }
    pen.paint(tone, share, 0);
  }
}

export function scales(pen) {
  const [shore, side, caught] = [pen.between(1280, 1680), pen.side(), pen.between(2, 7)];
  pen.disc(1200 + side * 440, shore - 540, 380);
  pen.fill(ACCENT);
  for (let k = 0; k < 7; k += 1) pen.disc(k * 480 - 240, shore + (1 - (k % 2)) * 240, 480);
  pen.rect(0, shore + 240, WIDTH, HEIGHT);
  pen.fill(GROUND);
  const arcs = (from, to, r, dx, dy) => {
    for (let row = from; row < to; row += 1) {
      for (let k = 0; k < 4; k += 1) {
        const [x, y] = [240 + k * 960 - (row % 2) * 480, shore + row * 240];
        if (x - r < WIDTH && y - r < HEIGHT) {
          pen.to('M', x - dx, y - dy);
          pen.arc(r, r, true, x + dx, y - dy);
        }
      }
    }
  };
  for (const [r, dx, dy] of [[480, 418, 236], [350, 287, 200], [220, 176, 132]]) arcs(0, 11, r, dx, dy);
  pen.stroke(INK, 24);
  arcs(0, 11, 90, 84, 32);
  pen.fill(MID);
  arcs(caught, caught + 1, 90, 84, 32);
  pen.fill(ACCENT);
}

export function doorway(pen) {
  const [x, y] = [pen.between(880, 1520), pen.between(1760, 2040)];
  const bottom = y + Math.trunc(((HEIGHT - y) * 28) / 100);
  for (const [size, tone, share] of [[76, MID, 30], [58, MID, 51], [44, MID, 66], [33, MID, 76], [28, ACCENT, 100]]) {
    if (size === 28) {
      for (const [dx, dy] of [[0, 0], [WIDTH, 0], [0, HEIGHT], [WIDTH, HEIGHT]]) {
        pen.to('M', dx, dy);
        pen.to('L', x, y);
      }
      pen.paint(INK, 60, 10);
      const left = x - Math.trunc((x * 28) / 100);
      pen.line(left, bottom, 672, 0);
      pen.to('L', left + 672 + 740, HEIGHT);
      pen.to('L', left - 740, HEIGHT);
      pen.paint(ACCENT, 62, 0);
    }
    pen.rect(x - Math.trunc((x * size) / 100), y - Math.trunc((y * size) / 100), (WIDTH * size) / 100, (HEIGHT * size) / 100);
    pen.paint(tone, share, 0);
  }
  pen.figure(x, bottom + 50, 610, GROUND);
}

export function wire(pen) {
  const [lean, along] = [pen.side() * 160, pen.between(32, 63)];
  const [left, right, rest] = [1880 - lean, 1880 + lean, 100 - along];
  const x = 480 + Math.trunc((1440 * along) / 100);
  const y = Math.trunc((rest * rest * left + 2 * rest * along * 2060 + along * along * right) / 10_000);
  pen.disc(x, y - 440, 620);
  pen.fill(ACCENT);
  for (const [foot, top] of [[0, left - 140], [1920, right - 140]]) {
    pen.rect(foot, top, 480, HEIGHT);
    for (let k = 1; k < 6; k += 1) pen.rect(foot + k * 84, top + 120, -16, HEIGHT);
  }
  pen.fill(INK);
  pen.rect(480, 3000, 1440, 300);
  pen.paint(MID, 50, 0);
  pen.to('M', 480, left);
  pen.to('Q', 1200, 2060);
  pen.to(' ', 1920, right);
  pen.stroke(INK, 16);
  pen.figure(x, y, 440, GROUND);
  pen.outline(x, y - 200, 384, 384, POLE);
  pen.stroke(GROUND, 18);
}

export function split(pen) {
  const [angle, side] = [pen.between(122, 204), pen.side()];
  const [r, slip] = [pen.between(760, 840), pen.between(180, 340)];
  const along = (far) => [side * cosine(angle, far), -sine(angle, far)];
  const [farX, farY] = along(2600);
  pen.line(1200 - farX, 1650 - farY, farX * 2, farY * 2);
  pen.stroke(MID, 12);
  const [x, y] = along(r);
  for (const [way, tone] of [[1, INK], [-1, ACCENT]]) {
    const [[dx, dy], [ox, oy]] = [along(slip * way), along(20 * way)];
    const [cx, cy] = [1200 + dx - oy, 1650 + dy + ox];
    pen.to('M', cx - x, cy - y);
    pen.arc(r, r, way < 0, cx + x, cy + y);
    pen.fill(tone);
  }
}

export function eye(pen) {
  const [step, x] = [pen.between(13, 25), 1200 + pen.between(-160, 160)];
  for (let k = -15; k <= 15; k += 1) {
    const angle = TURN / 4 + k * step;
    if (angle < 60 || angle > 452) continue;
    const reach = 760 + sine(angle, sine(angle, k % 2 === 0 ? 600 : 430));
    const [from, to] = [sine(angle, 720), sine(angle, reach)];
    for (const up of [-1, 1]) {
      pen.to('M', 1200 + cosine(angle, 920), 1650 + up * from);
      pen.to('L', 1200 + cosine(angle, 920 + Math.trunc(reach / 5)), 1650 + up * to);
    }
  }
  pen.stroke(MID, 24);
  pen.outline(1200, 1650, 1060, 1130, LIDS);
  pen.fill(INK);
  pen.disc(x, 1650, 460);
  pen.fill(ACCENT);
  pen.disc(x, 1650, 358);
  pen.oval(x, 1650, -342, 342);
  pen.disc(x, 1650, 220);
  pen.fill(GROUND);
  pen.disc(x + 80, 1560, 60);
  pen.fill(INK);
}

export function umbrella(pen) {
  const [lean, x] = [pen.side() * pen.between(30, 80), pen.between(1040, 1360)];
  for (let k = 0; k < 99; k += 1) {
    const [left, top] = [(k % 11) * 240 - 80 + pen.between(0, 160), Math.trunc(k / 11) * 330 - 180 + pen.between(0, 200)];
    const dry = Math.abs(left - x) < 940 && top > 460;
    if (!dry && top < 2680) pen.line(left, top, lean, 220);
  }
  pen.stroke(MID, 18);
  pen.rect(0, 2960, WIDTH, HEIGHT);
  pen.fill(MID);
  pen.outline(x, 1680, 1280, 1280, STICK);
  pen.stroke(INK, 26);
  pen.outline(x, 1680, 1280, 1280, HANDLE);
  pen.stroke(INK, 60);
  pen.figure(x - 170, 3040, 1180, INK);
  pen.outline(x, 1680, 1280, 1280, CANOPY);
  pen.fill(ACCENT);
  pen.outline(x, 1680, 1280, 1280, RIBS);
  pen.stroke(GROUND, 16);
}
