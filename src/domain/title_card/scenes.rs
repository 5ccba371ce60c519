//! Compositions that show a place or a thing.

use super::{
    HEIGHT, WIDTH,
    pen::{
        Pen, Step,
        Tone::{Accent, Ground, Ink, Mid},
    },
};

pub(super) fn keys(pen: &mut Pen) {
    let down = pen.between(0, 6);
    for k in 0..6 {
        if k != down {
            pen.rect(130 + k * 360, 0, 340, 2520);
        }
    }
    pen.fill(Ink);
    pen.rect(130 + down * 360, 0, 340, 2720);
    pen.fill(Accent);
    for &k in &[1, 2, 4, 5] {
        pen.rect(10 + k * 360, 0, 220, 1560);
    }
    pen.fill(Ground);
}

pub(super) fn horizon(pen: &mut Pen) {
    let (x, sea) = (pen.between(780, 1620), pen.between(1880, 2260));
    let (r, risen) = (pen.between(460, 660), pen.between(0, 3) * 35);
    pen.disc(x, sea - r * risen / 100, r);
    pen.fill(Accent);
    pen.rect(0, sea, WIDTH, HEIGHT);
    pen.fill(Ink);
    pen.rect(0, sea, WIDTH, 20);
    pen.fill(Mid);
    for k in 0..9 {
        let (half, drift) = (r * (98 - k * 9) / 100, pen.between(-90, 90));
        pen.rect(x - half + drift, sea + 90 + k * k * 6 + k * 60, half * 2, 14 + k * 4);
    }
    pen.fill(Accent);
}

pub(super) fn windows(pen: &mut Pen) {
    let home = pen.between(4, 20);
    let dice = pen.dice;
    for &(layer, tone, share) in &[(0_u8, Ink, 16), (1, Ink, 29), (2, Ink, 44), (3, Accent, 100), (4, Ink, 8)] {
        pen.dice = dice;
        for k in 0..24 {
            let (x, y) = (200 + k % 4 * 520, 180 + k / 4 * 500);
            let (roll, blind) = (pen.between(0, 30), pen.between(0, 1000));
            let light = if k == home || roll < 3 { 3 } else { roll % 3 };
            if light == i32::from(layer) {
                pen.rect(x, y, 440, 440);
            } else if layer == 4 && blind < 300 && k != home {
                pen.rect(x, y, 440, blind);
            }
        }
        pen.paint(tone, share, 0);
    }
    let x = 340 + home % 4 * 520 + pen.between(0, 160);
    pen.figure(x, 620 + home / 4 * 500, 370, Ground);
}

pub(super) fn ridges(pen: &mut Pen) {
    let (x, y, r) = (pen.between(640, 1760), pen.between(840, 1180), pen.between(260, 440));
    pen.disc(x, y, r);
    pen.fill(Accent);
    let soft = pen.side() > 0;
    let mut base = 1380;
    for &(tone, share) in &[(Mid, 38), (Mid, 70), (Mid, 100), (Ink, 72), (Ink, 100)] {
        let mut up = pen.side();
        pen.to(b'M', -400, 3400);
        for step in -1..8 {
            let (x, y) = (step * 400 + pen.between(-90, 90), base + up * pen.between(90, 280));
            if soft {
                pen.to(b'S', x - 180, y);
            }
            pen.to(if soft { b' ' } else { b'L' }, x, y);
            up = -up;
        }
        pen.to(b'L', 2800, 3400);
        pen.paint(tone, share, 0);
        base += 420;
    }
}

pub(super) fn spotlight(pen: &mut Pen) {
    const SHADOW: &[Step] = &[(b'M', 0, -9), (b'Q', -46, -7), (b' ', -46, 6), (b'Q', -46, 8), (b' ', 0, -3)];
    let side = pen.side();
    let (lamp, pool) = (1200 + side * pen.between(500, 960), 1200 - side * pen.between(0, 220));
    pen.line(lamp - 50, -40, 100, 0);
    pen.to(b'L', pool + 790, 2680);
    pen.to(b'L', pool - 790, 2680);
    pen.fill(Accent);
    pen.oval(pool, 2680, 800, 220);
    pen.fill(Ink);
    pen.outline(pool, 2755, side * 1280, 1000, SHADOW);
    pen.paint(Ink, 45, 0);
    pen.figure(pool, 2720, 740, Ground);
}

pub(super) fn doorway(pen: &mut Pen) {
    let (x, y) = (pen.between(880, 1520), pen.between(1760, 2040));
    // Frames ever nearer to the point where all lines meet.
    for &(size, tone, share) in &[(76_u8, Mid, 30), (58, Mid, 51), (44, Mid, 66), (33, Mid, 76), (28, Accent, 100)] {
        let size = i32::from(size);
        if size == 28 {
            for &(dx, dy) in &[(0, 0), (WIDTH, 0), (0, HEIGHT), (WIDTH, HEIGHT)] {
                pen.to(b'M', dx, dy);
                pen.to(b'L', x, y);
            }
            pen.paint(Ink, 60, 10);
            let (left, bottom) = (x - x * 28 / 100, y + (HEIGHT - y) * 28 / 100);
            pen.line(left, bottom, 672, 0);
            pen.to(b'L', left + 672 + 740, HEIGHT);
            pen.to(b'L', left - 740, HEIGHT);
            pen.paint(Accent, 62, 0);
        }
        pen.rect(x - x * size / 100, y - y * size / 100, WIDTH * size / 100, HEIGHT * size / 100);
        pen.paint(tone, share, 0);
    }
    pen.figure(x, y + (HEIGHT - y) * 28 / 100 + 50, 610, Ground);
}

pub(super) fn wire(pen: &mut Pen) {
    let (lean, along) = (pen.side() * 160, pen.between(32, 63));
    let (left, right) = (1880 - lean, 1880 + lean);
    let x = 480 + 1440 * along / 100;
    // The wire is a quadratic curve; this is its height under the walker.
    let rest = 100 - along;
    let y = (rest * rest * left + 2 * rest * along * 2060 + along * along * right) / 10_000;
    pen.disc(x, y - 440, 620);
    pen.fill(Accent);
    for (x, top) in [(0, left - 140), (1920, right - 140)] {
        pen.rect(x, top, 480, HEIGHT);
        // Turning the other way round, these are cut out.
        for k in 1..6 {
            pen.rect(x + k * 84, top + 120, -16, HEIGHT);
        }
    }
    pen.fill(Ink);
    pen.rect(480, 3000, 1440, 300);
    pen.paint(Mid, 50, 0);
    pen.to(b'M', 480, left);
    pen.to(b'Q', 1200, 2060);
    pen.to(b' ', 1920, right);
    pen.stroke(Ink, 16);
    pen.figure(x, y, 440, Ground);
    pen.outline(x, y - 200, 384, 384, &[(b'M', -127, 0), (b'Q', 0, -34), (b' ', 127, 0)]);
    pen.stroke(Ground, 18);
}

pub(super) fn umbrella(pen: &mut Pen) {
    const CANOPY: &[Step] = &[
        (b'M', -84, 0),
        (b'C', -84, -112),
        (b' ', 84, -112),
        (b' ', 84, 0),
        (b'Q', 63, -20),
        (b' ', 42, 0),
        (b'Q', 21, -20),
        (b' ', 0, 0),
        (b'Q', -21, -20),
        (b' ', -42, 0),
        (b'Q', -63, -20),
        (b' ', -84, 0),
    ];
    const RIBS: &[Step] = &[
        (b'M', -42, 0),
        (b'Q', -36, -58),
        (b' ', 0, -84),
        (b'Q', 36, -58),
        (b' ', 42, 0),
        (b'M', 0, -84),
        (b'L', 0, 0),
    ];
    const ARM: &[Step] = &[(b'M', 0, -90), (b'L', 0, 72), (b'M', -8, 49), (b'L', -3, 64), (b'L', 0, 58)];
    let (lean, x) = (pen.side() * pen.between(30, 80), pen.between(1040, 1360));
    for k in 0..99 {
        let (left, top) = (k % 11 * 240 - 80 + pen.between(0, 160), k / 11 * 330 - 180 + pen.between(0, 200));
        let dry = (left - x).abs() < 940 && top > 460;
        if !dry && top < 2680 {
            pen.line(left, top, lean, 220);
        }
    }
    pen.stroke(Mid, 18);
    pen.rect(0, 2960, WIDTH, HEIGHT);
    pen.fill(Mid);
    pen.outline(x, 1680, 1280, 1280, &ARM[..2]);
    pen.stroke(Ink, 26);
    pen.outline(x, 1680, 1280, 1280, &ARM[2..]);
    pen.stroke(Ink, 60);
    pen.figure(x - 170, 3040, 1180, Ink);
    pen.outline(x, 1680, 1280, 1280, CANOPY);
    pen.fill(Accent);
    pen.outline(x, 1680, 1280, 1280, RIBS);
    pen.stroke(Ground, 16);
}
