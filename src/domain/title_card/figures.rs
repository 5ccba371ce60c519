//! Compositions of pure form.

use super::{
    HEIGHT, WIDTH,
    pen::{
        Pen, TURN,
        Tone::{Accent, Ground, Ink, Mid},
        cosine, sine,
    },
};

pub(super) fn rings(pen: &mut Pen) {
    let (x, y) = (pen.between(880, 1520), pen.between(1180, 2120));
    let quiet = pen.between(4, 7);
    pen.disc(x, y, 80);
    for k in 1..15 {
        if k != quiet && k != quiet + 1 {
            let (r, half) = (k * 150, 8 + k * 17 / 10);
            pen.disc(x, y, r + half);
            pen.oval(x, y, half - r, r - half);
        }
        if k == 2 {
            pen.fill(Accent);
        }
    }
    pen.fill(Ink);
}

pub(super) fn waveform(pen: &mut Pen) {
    let (slow, fast) = (pen.between(0, TURN), pen.between(0, TURN));
    let (middle, quiet) = (pen.between(1500, 1800), pen.between(9, 17));
    pen.rect(0, middle - 5, WIDTH, 10);
    pen.fill(Mid);
    for k in 0..24 {
        let half = match k - quiet {
            0 => continue,
            1..5 => 10,
            _ => 90 + sine(k * 50 + slow, 1040).abs() * (62 + sine(k * 310 + fast, 38)) / 100,
        };
        pen.line(165 + k * 90, middle - half, 0, half * 2);
    }
    pen.stroke(Ink, 50);
    pen.line(165 + quiet * 90, middle - 1120, 0, 2240);
    pen.stroke(Accent, 50);
}

pub(super) fn quarters(pen: &mut Pen) {
    let dice = pen.dice;
    for &(from, to, tone) in &[(0_u8, 4_u8, Ink), (4, 7, Mid), (7, 8, Accent)] {
        pen.dice = dice;
        for tile in 0..35 {
            let (colour, form, turn) = (pen.between(0, 8), pen.between(0, 8), pen.between(0, 4));
            if colour < from.into() || colour >= to.into() {
                continue;
            }
            let (right, down) = (turn % 2 * 2 - 1, turn / 2 * 2 - 1);
            let (x, y) = (300 + tile % 5 * 450, 300 + tile / 5 * 450);
            match form {
                0 => (),
                1 => pen.disc(x, y, 225),
                _ => {
                    let (corner, foot) = (x - right * 225, y - down * 225);
                    pen.to(b'M', corner, foot);
                    pen.to(b'L', corner, y + down * 225);
                    pen.arc(450, 450, i32::from(right != down), x + right * 225, foot);
                }
            }
        }
        pen.fill(tone);
    }
}

pub(super) fn initial(pen: &mut Pen) {
    let (rise, y) = (pen.side() * 620, pen.between(1500, 1960));
    pen.line(0, y + rise, WIDTH, -2 * rise);
    pen.to(b'L', WIDTH, HEIGHT);
    pen.to(b'L', 0, HEIGHT);
    pen.fill(Mid);
    pen.letter();
    pen.line(-100, y + rise + rise / 12, WIDTH + 200, -2 * (rise + rise / 12));
    let cut = if pen.side() > 0 { Ground } else { Accent };
    pen.stroke(cut, 70);
}

pub(super) fn phases(pen: &mut Pen) {
    let (r, first) = (240, pen.between(20, 300));
    for &(layer, tone, share) in &[(0_u8, Mid, 30), (1, Ink, 100), (2, Accent, 100)] {
        for k in 0..12 {
            let (x, y) = (540 + k % 3 * 660, 660 + k / 3 * 660);
            let age = (first + k * TURN / 13) % TURN;
            let old = (age - TURN / 2).abs();
            let full = old < 41;
            if layer == 0 || layer == 2 && full {
                pen.disc(x, y, r);
            } else if layer == 1 && !full {
                // The limb is half a circle, the terminator half an ellipse.
                let limb = age < TURN / 2;
                pen.to(b'M', x, y - r);
                pen.arc(r, r, i32::from(limb), x, y + r);
                pen.arc(cosine(age, r).abs(), r, i32::from(limb == (old < TURN / 4)), x, y - r);
            }
        }
        pen.paint(tone, share, 0);
    }
}

pub(super) fn scales(pen: &mut Pen) {
    let (shore, side, caught) = (pen.between(1280, 1680), pen.side(), pen.between(2, 7));
    pen.disc(1200 + side * 440, shore - 540, 380);
    pen.fill(Accent);
    for k in 0..7 {
        pen.disc(k * 480 - 240, shore + (1 - k % 2) * 240, 480);
    }
    pen.rect(0, shore + 240, WIDTH, HEIGHT);
    pen.fill(Ground);
    // Of each ring only what the scales before it leave to be seen.
    let rows = 0..11;
    for &(r, dx, dy) in &[(480, 418, 236), (350, 287, 200), (220, 176, 132)] {
        row_arcs(pen, shore, rows.clone(), r, dx, dy);
    }
    pen.stroke(Ink, 24);
    row_arcs(pen, shore, rows, 90, 84, 32);
    pen.fill(Mid);
    row_arcs(pen, shore, caught..caught + 1, 90, 84, 32);
    pen.fill(Accent);
}

/// In every scale of some rows, an arc about its middle between two points of one height.
fn row_arcs(pen: &mut Pen, shore: i32, rows: std::ops::Range<i32>, r: i32, dx: i32, dy: i32) {
    for row in rows {
        for k in 0..4 {
            let (x, y) = (240 + k * 960 - row % 2 * 480, shore + row * 240);
            if x - r < WIDTH && y - r < HEIGHT {
                pen.to(b'M', x - dx, y - dy);
                pen.arc(r, r, 1, x + dx, y - dy);
            }
        }
    }
}

pub(super) fn split(pen: &mut Pen) {
    let (angle, side) = (pen.between(122, 204), pen.side());
    let (r, slip) = (pen.between(760, 840), pen.between(180, 340));
    let along = |far: i32| (side * cosine(angle, far), -sine(angle, far));
    let (x, y) = along(2600);
    pen.line(1200 - x, 1650 - y, x * 2, y * 2);
    pen.stroke(Mid, 12);
    let (x, y) = along(r);
    for &(way, tone) in &[(1_i8, Ink), (-1, Accent)] {
        // A hair's breadth off the line.
        let ((dx, dy), (ox, oy)) = (along(slip * i32::from(way)), along(20 * i32::from(way)));
        let (cx, cy) = (1200 + dx - oy, 1650 + dy + ox);
        pen.to(b'M', cx - x, cy - y);
        pen.arc(r, r, i32::from(way < 0), cx + x, cy + y);
        pen.fill(tone);
    }
}

pub(super) fn eye(pen: &mut Pen) {
    let (step, x) = (pen.between(13, 25), 1200 + pen.between(-160, 160));
    for k in -15..=15 {
        let angle = TURN / 4 + k * step;
        if !(60..=452).contains(&angle) {
            continue;
        }
        let long = if k % 2 == 0 { 600 } else { 430 };
        let reach = 760 + sine(angle, sine(angle, long));
        let (from, to) = (sine(angle, 720), sine(angle, reach));
        for &up in &[-1, 1] {
            pen.to(b'M', 1200 + cosine(angle, 920), 1650 + up * from);
            pen.to(b'L', 1200 + cosine(angle, 920 + reach / 5), 1650 + up * to);
        }
    }
    pen.stroke(Mid, 24);
    pen.outline(
        1200,
        1650,
        1060,
        1130,
        &[(b'M', -128, 0), (b'Q', 0, -128), (b' ', 127, 0), (b'Q', 0, 127), (b' ', -128, 0)],
    );
    pen.fill(Ink);
    pen.disc(x, 1650, 460);
    pen.fill(Accent);
    pen.disc(x, 1650, 358);
    pen.oval(x, 1650, -342, 342);
    pen.disc(x, 1650, 220);
    pen.fill(Ground);
    pen.disc(x + 80, 1560, 60);
    pen.fill(Ink);
}
