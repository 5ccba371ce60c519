//! Compositions that show a place or a thing.

use std::f32::consts::TAU;

use crate::domain::title_card::pen::{Pen, curve, polygon, steps};
use crate::domain::title_card::{HEIGHT, Paint, Palette, WIDTH};

pub(super) fn keys(pen: &mut Pen) {
    let Palette { ground, ink, accent, .. } = pen.palette;
    let down = pen.pick(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]).unwrap_or(2.0);
    for k in steps(6) {
        let (x, pressed) = (13.0 + k * 36.0, (k - down).abs() < 0.5);
        let (length, colour) = if pressed { (272.0, accent) } else { (252.0, ink) };
        pen.rect(x, 0.0, 34.0, length, Paint::fill(colour));
    }
    for k in [1.0, 2.0, 4.0, 5.0] {
        pen.rect(12.0 + k * 36.0 - 11.0, 0.0, 22.0, 156.0, Paint::fill(ground));
    }
}

pub(super) fn horizon(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let (x, sea) = (pen.between(78.0, 162.0), pen.between(188.0, 226.0));
    let (r, risen) = (pen.between(46.0, 66.0), pen.pick(&[0.0, 0.35, 0.7]).unwrap_or(0.35));
    pen.circle(x, sea - r * risen, r, Paint::fill(accent));
    pen.rect(0.0, sea, WIDTH, HEIGHT - sea, Paint::fill(ink));
    pen.rect(0.0, sea, WIDTH, 2.0, Paint::fill(mid));
    for k in steps(9) {
        let y = sea + 9.0 + k * k * 0.62 + k * 6.0;
        let (half, drift) = (r * (0.98 - k * 0.085), pen.between(-9.0, 9.0));
        pen.rect(x - half + drift, y, half * 2.0, 1.4 + k * 0.42, Paint::fill(accent));
    }
}

pub(super) fn windows(pen: &mut Pen) {
    let Palette { ground, ink, accent, .. } = pen.palette;
    let (home, floor) = (pen.pick(&[0.0, 1.0, 2.0, 3.0]), pen.pick(&[1.0, 2.0, 3.0, 4.0]));
    for (row, column) in steps(6).flat_map(|row| steps(4).map(move |column| (row, column))) {
        let (x, y) = (20.0 + column * 52.0, 18.0 + row * 50.0);
        if home == Some(column) && floor == Some(row) {
            pen.rect(x, y, 44.0, 44.0, Paint::fill(accent));
            let stand = x + pen.pick(&[14.0, 22.0, 30.0]).unwrap_or(22.0);
            pen.figure(stand, y + 44.0, 37.0, ground);
            continue;
        }
        let (lit, depth) = (pen.chance(0.1), pen.between(0.14, 0.5));
        pen.rect(x, y, 44.0, 44.0, if lit { Paint::fill(accent) } else { Paint::fill(ink).at(depth) });
        if pen.chance(0.3) {
            let blind = pen.between(12.0, 30.0);
            pen.rect(x, y, 44.0, blind, Paint::fill(ground).at(0.45));
        }
    }
}

pub(super) fn ridges(pen: &mut Pen) {
    let Palette { ink, accent, mid, ground, .. } = pen.palette;
    let soft = pen.chance(0.5);
    let (x, y, r) = (pen.between(64.0, 176.0), pen.between(84.0, 118.0), pen.between(26.0, 44.0));
    pen.circle(x, y, r, Paint::fill(accent));
    let layers = [(mid, 0.38), (mid, 0.7), (mid, 1.0), (ink, 0.72), (ink, 1.0)];
    for ((colour, depth), k) in layers.into_iter().zip(steps(5)) {
        let (base, sway) = (138.0 + k * 42.0, 30.0 - k * 3.0);
        let (slow, fast) = (pen.between(0.0, TAU), pen.between(0.0, TAU));
        let jag = pen.side();
        let crest: Vec<(f32, f32)> = steps(8)
            .map(|step| {
                let (x, jut, drift) = (-20.0 + step * 40.0, pen.between(0.35, 1.0), pen.between(-9.0, 9.0));
                if soft {
                    (x, base + sway * ((x / 62.0 + slow).sin() * 0.8 + (x / 27.0 + fast).sin() * 0.3))
                } else {
                    (x + drift, base + sway * jut * if step % 2.0 < 0.5 { jag } else { -jag })
                }
            })
            .collect();
        // What lies behind must not show through; a little lower, so that its edge does not either.
        for (colour, depth, down) in [(ground, 1.0, 0.6), (colour, depth, 0.0)] {
            let crest: Vec<(f32, f32)> = crest.iter().map(|(x, y)| (*x, y + down)).collect();
            let crest = if soft { curve(&crest, false) } else { polygon(&crest).replace(" Z", "") };
            let ridge = format!("{crest} L280 340 L-40 340 Z");
            pen.path(&ridge, Paint::fill(colour).at(depth));
        }
    }
}

pub(super) fn road(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let (side, sky) = (pen.side(), pen.between(136.0, 168.0));
    let (x, foot) = (120.0 + side * pen.between(0.0, 34.0), 120.0 - side * pen.between(0.0, 20.0));
    let (deep, r) = (HEIGHT - sky, pen.between(26.0, 44.0));
    pen.circle(x, sky - 6.0, r, Paint::fill(accent));
    pen.rect(0.0, sky, WIDTH, deep, Paint::fill(mid));
    let bed = [(x - 2.0, sky), (x + 2.0, sky), (foot + 108.0, HEIGHT), (foot - 108.0, HEIGHT)];
    pen.path(&polygon(&bed), Paint::fill(ink));
    let at = |t: f32| (x + (foot - x) * t, sky + deep * t);
    for k in steps(6) {
        let (near, far) = ((0.28 + k * 0.16).powi(2), (0.2 + k * 0.16).powi(2));
        let ((ax, ay), (bx, by)) = (at(near), at(far));
        let (wide, slim) = (near * 6.0, far * 6.0);
        let dash = [(ax - wide, ay), (ax + wide, ay), (bx + slim, by), (bx - slim, by)];
        pen.path(&polygon(&dash), Paint::fill(ground));
    }
    let mut wires = Vec::new();
    for k in steps(6) {
        let t = 0.075 * 1.72_f32.powf(k);
        let (px, py) = (x - side * (6.0 + 150.0 * t), sky + deep * t * 0.62);
        let (tall, arm) = (210.0 * t, 20.0 * t);
        let (top, low) = (py - tall * 0.95, py - tall * 0.85);
        let pole = format!(
            "M{px} {py} V{} M{} {top} h{} M{} {low} h{}",
            py - tall,
            px - arm,
            arm * 2.0,
            px - arm * 0.7,
            arm * 1.4
        );
        pen.path(&pole, Paint::stroke(ink, 0.8 + 5.0 * t));
        wires.push(format!("{}{px} {top} ", if wires.is_empty() { "M" } else { "L" }));
    }
    pen.path(&wires.concat(), Paint::stroke(ink, 0.8));
}

pub(super) fn spotlight(pen: &mut Pen) {
    let Palette { ground, ink, accent, .. } = pen.palette;
    let side = pen.side();
    let (lamp, pool) = (120.0 + side * pen.between(50.0, 96.0), 120.0 - side * pen.between(0.0, 22.0));
    let y = 268.0;
    let beam = [(lamp - 5.0, -4.0), (lamp + 5.0, -4.0), (pool + 80.0, y), (pool - 80.0, y)];
    pen.path(&polygon(&beam), Paint::fill(accent));
    pen.path(&format!("M{} {y} a80 22 0 1 0 160 0 a80 22 0 1 0 -160 0 Z", pool - 80.0), Paint::fill(ink));
    let foot = pool - side * 46.0;
    let shadow = format!(
        "M{pool} {} Q{} {} {foot} {} Q{} {} {pool} {} Z",
        y + 1.0,
        foot,
        y + 2.0,
        y + 12.0,
        foot,
        y + 14.0,
        y + 5.0
    );
    pen.path(&shadow, Paint::fill(ground).at(0.55));
    pen.figure(pool, y + 4.0, 74.0, ground);
}

pub(super) fn stairs(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let up = pen.side();
    let at = |x: f32| 120.0 + up * (x - 120.0);
    let step = pen.pick(&[3.0, 4.0, 5.0]).unwrap_or(4.0);
    pen.circle(at(66.0), 82.0, 34.0, Paint::fill(accent));
    let mut flight = vec![(at(0.0), HEIGHT)];
    let mut wall = vec![(at(0.0), HEIGHT)];
    for k in steps(9) {
        let (x, y) = (k * 30.0 - 15.0, 302.0 - k * 24.0);
        flight.extend([(at(x), y), (at(x + 30.0), y)]);
        wall.extend([(at(x), y - 46.0), (at(x + 30.0), y - 70.0)]);
    }
    flight.push((at(255.0), HEIGHT));
    wall.push((at(255.0), HEIGHT));
    pen.path(&polygon(&wall), Paint::fill(mid).at(0.55));
    pen.path(&polygon(&flight), Paint::fill(ink));
    pen.figure(at(step * 30.0), 302.0 - step * 24.0, 66.0, ink);
}

pub(super) fn doorway(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let (x, y) = (pen.between(88.0, 152.0), pen.between(176.0, 204.0));
    let frame = |scale: f32| {
        let (left, top) = (x - x * scale, y - y * scale);
        let (right, bottom) = (x + (WIDTH - x) * scale, y + (HEIGHT - y) * scale);
        (left, top, right, bottom)
    };
    for k in steps(5).skip(1) {
        let (left, top, right, bottom) = frame(0.76_f32.powf(k));
        pen.rect(left, top, right - left, bottom - top, Paint::fill(mid).at(0.3));
    }
    let (left, top, right, bottom) = frame(0.28);
    let edges = format!("M0 0 L{left} {top} M240 0 L{right} {top} M0 330 L{left} {bottom} M240 330 L{right} {bottom}");
    pen.path(&edges, Paint::stroke(ink, 1.0).at(0.5));
    let wide = (right - left) * 1.1;
    let light = [(left, bottom), (right, bottom), (right + wide, HEIGHT), (left - wide, HEIGHT)];
    pen.path(&polygon(&light), Paint::fill(accent).at(0.45));
    pen.rect(left, top, right - left, bottom - top, Paint::fill(accent));
    pen.figure(x, bottom + 5.0, (bottom - top) * 0.66, ground);
}

pub(super) fn wire(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let (side, t) = (pen.side(), pen.between(0.32, 0.62));
    let (left, right) = (188.0 - side * 16.0, 188.0 + side * 16.0);
    let x = 48.0 + 144.0 * t;
    // The wire is a quadratic curve; this is its height under the walker.
    let (rest, low) = (1.0 - t, 206.0);
    let y = rest * rest * left + 2.0 * rest * t * low + t * t * right;
    pen.circle(x, y - 44.0, 62.0, Paint::fill(accent));
    for (from, top) in [(0.0, left - 14.0), (192.0, right - 14.0)] {
        pen.rect(from, top, 48.0, HEIGHT - top, Paint::fill(ink));
        for k in steps(5) {
            pen.rect(from + 6.0 + k * 8.4, top + 12.0, 2.6, HEIGHT - top, Paint::fill(ground).at(0.5));
        }
    }
    pen.rect(48.0, 300.0, 144.0, 30.0, Paint::fill(mid).at(0.5));
    pen.path(&format!("M48 {left} Q{} {low} 192 {right}", 120.0), Paint::stroke(ink, 1.6));
    pen.figure(x, y, 44.0, ground);
    pen.path(
        &format!("M{} {} Q{x} {} {} {}", x - 38.0, y - 20.0, y - 30.0, x + 38.0, y - 20.0),
        Paint::stroke(ground, 1.8),
    );
}

pub(super) fn eye(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let (look, rays) = (pen.between(-16.0, 16.0), pen.pick(&[17_u16, 23, 29]).unwrap_or(23));
    let mut lashes = Vec::new();
    for k in steps(rays) {
        let angle = (21.0 + 138.0 * k / (f32::from(rays) - 1.0)).to_radians();
        let long = if k % 2.0 < 0.5 { 1.0 } else { 0.72 };
        for up in [-1.0, 1.0] {
            let (cos, sin) = (angle.cos(), up * angle.sin());
            let reach = 76.0 + 60.0 * long * angle.sin().powi(2);
            lashes.push(format!(
                "M{} {} L{} {} ",
                120.0 + 92.0 * cos,
                165.0 + 72.0 * sin,
                120.0 + (92.0 + 0.2 * reach) * cos,
                165.0 + reach * sin
            ));
        }
    }
    pen.path(&lashes.concat(), Paint::stroke(mid, 2.4));
    pen.path("M14 165 Q120 52 226 165 Q120 278 14 165 Z", Paint::fill(ink));
    pen.circle(120.0 + look, 165.0, 46.0, Paint::fill(accent));
    pen.circle(120.0 + look, 165.0, 35.0, Paint::stroke(ground, 1.6));
    pen.circle(120.0 + look, 165.0, 22.0, Paint::fill(ground));
    pen.circle(128.0 + look, 156.0, 6.0, Paint::fill(ink));
}

pub(super) fn curtain(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let open = pen.between(0.0, 18.0);
    pen.path("M40 292 a80 18 0 1 0 160 0 a80 18 0 1 0 -160 0 Z", Paint::fill(mid));
    pen.figure(120.0, 296.0, 88.0, ink);
    for side in [-1.0, 1.0] {
        let at = |x: f32| 120.0 + side * x;
        let (hem, waist) = (72.0 + open, 62.0 + open);
        let cloth = format!(
            "M{} 0 H{} C{} 110 {} 190 {} 214 C{} 250 {} 290 {} 330 H{} Z",
            at(121.0),
            at(0.0),
            at(6.0),
            at(34.0),
            at(waist),
            at(hem),
            at(hem),
            at(hem + 2.0),
            at(121.0)
        );
        pen.path(&cloth, Paint::fill(accent));
        let mut folds = Vec::new();
        for k in steps(4) {
            let (top, tie) = (24.0 + k * 25.0, waist + 8.0 + k * (44.0 - open) / 4.0);
            folds.push(format!(
                "M{} 0 C{} 110 {} 180 {} 214 C{} 250 {} 290 {} 330 ",
                at(top),
                at(top + 2.0),
                at(tie - 12.0),
                at(tie),
                at(tie + 4.0),
                at(tie + 4.0),
                at(tie + 5.0)
            ));
        }
        pen.path(&folds.concat(), Paint::stroke(ground, 2.6).at(0.55));
        pen.rect(at(if side < 0.0 { 121.0 } else { waist - 2.0 }), 210.0, 123.0 - waist, 7.0, Paint::fill(mid));
    }
    let swag = |form: &str| -> String {
        steps(4).map(|k| format!("M{} {form} ", k * 60.0 - 1.0)).collect::<Vec<_>>().concat()
    };
    pen.path(&swag("-2 h62 v24 q-31 32 -62 0 Z"), Paint::fill(accent));
    pen.path(&swag("22 q31 32 62 0"), Paint::stroke(ground, 2.6));
}

pub(super) fn umbrella(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let (lean, x) = (pen.side() * pen.between(3.0, 8.0), pen.between(104.0, 136.0));
    let mut rain = Vec::new();
    for (row, column) in steps(9).flat_map(|row| steps(11).map(move |column| (row, column))) {
        let (sx, sy) = (column * 24.0 - 8.0 + pen.between(0.0, 16.0), row * 33.0 - 18.0 + pen.between(0.0, 20.0));
        let dry = (sx - x).abs() < 94.0 && sy > 46.0;
        if !dry && sy < 268.0 {
            rain.push(format!("M{sx} {sy} l{lean} 22 "));
        }
    }
    pen.path(&rain.concat(), Paint::stroke(mid, 1.8));
    pen.rect(0.0, 296.0, WIDTH, 34.0, Paint::fill(mid));
    let stand = x - 17.0;
    pen.figure(stand, 304.0, 118.0, ink);
    pen.path(&format!("M{x} 78 V240"), Paint::stroke(ink, 2.6));
    pen.path(&format!("M{} 217 L{} 232 L{x} 226", stand + 9.0, stand + 14.0), Paint::stroke(ink, 6.0));
    let canopy =
        format!("M{} 168 a84 84 0 0 1 168 0 q-21 -20 -42 0 q-21 -20 -42 0 q-21 -20 -42 0 q-21 -20 -42 0 Z", x - 84.0);
    pen.path(&canopy, Paint::fill(accent));
    let ribs =
        format!("M{x} 84 Q{} 110 {} 168 M{x} 84 V168 M{x} 84 Q{} 110 {} 168", x - 36.0, x - 42.0, x + 36.0, x + 42.0);
    pen.path(&ribs, Paint::stroke(ground, 1.6));
}
