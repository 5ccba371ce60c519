//! Compositions of pure form.

use std::f32::consts::TAU;

use crate::domain::title_card::pen::{Pen, curve, disc, dot, polygon, steps};
use crate::domain::title_card::{HEIGHT, Paint, Palette, WIDTH};

pub(super) fn rings(pen: &mut Pen) {
    let Palette { ink, accent, .. } = pen.palette;
    let (x, y) = (pen.between(88.0, 152.0), pen.between(118.0, 212.0));
    let quiet = pen.between(4.6, 7.4);
    for k in steps(15).skip(1) {
        if (k - quiet).abs() > 1.1 {
            let colour = if k < 3.0 { accent } else { ink };
            pen.circle(x, y, k * 15.0, Paint::stroke(colour, 1.6 + k * 0.34));
        }
    }
    pen.circle(x, y, 8.0, Paint::fill(accent));
}

pub(super) fn waveform(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let (slow, fast) = (pen.between(0.0, TAU), pen.between(0.0, TAU));
    let (middle, quiet) = (pen.between(150.0, 180.0), pen.between(9.0, 16.0).round());
    let mut bars = Vec::new();
    pen.rect(0.0, middle - 0.5, WIDTH, 1.0, Paint::fill(mid));
    for k in steps(24) {
        let x = 16.5 + k * 9.0;
        let swell = (k * 0.31 + slow).sin().abs() * (0.62 + 0.38 * (k * 1.9 + fast).sin());
        if (k - quiet).abs() < 0.5 {
            pen.path(&format!("M{x} {} V{}", middle - 112.0, middle + 112.0), Paint::stroke(accent, 5.0));
        } else if k > quiet && k < quiet + 5.0 {
            bars.push(format!("M{x} {} V{} ", middle - 1.0, middle + 1.0));
        } else {
            let half = 9.0 + swell * 104.0;
            bars.push(format!("M{x} {} V{} ", middle - half, middle + half));
        }
    }
    pen.path(&bars.concat(), Paint::stroke(ink, 5.0));
}

pub(super) fn quarters(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let (columns, rows, margin) = if pen.chance(0.5) { (5, 7, 7.5) } else { (4, 6, 30.0) };
    let mut layers = [(ink, String::new()), (mid, String::new()), (accent, String::new())];
    let tile = 45.0;
    for (row, column) in steps(rows).flat_map(|row| steps(columns).map(move |column| (row, column))) {
        let (left, top) = (margin + column * tile, margin + row * tile);
        let (right, bottom) = (left + tile, top + tile);
        let corners = [
            format!("M{left} {top} H{right} A45 45 0 0 1 {left} {bottom} Z"),
            format!("M{right} {top} V{bottom} A45 45 0 0 1 {left} {top} Z"),
            format!("M{right} {bottom} H{left} A45 45 0 0 1 {right} {top} Z"),
            format!("M{left} {bottom} V{top} A45 45 0 0 1 {right} {bottom} Z"),
        ];
        let way = pen.pick(&[0_usize, 1, 2, 3]).unwrap_or(0);
        let colour = pen.pick(&[0_usize, 0, 0, 0, 1, 1, 1, 2]).unwrap_or(0);
        let form = pen.between(0.0, 1.0);
        if let (Some((_, layer)), Some(corner)) = (layers.get_mut(colour), corners.get(way)) {
            if form < 0.72 {
                *layer += corner;
            } else if form < 0.88 {
                *layer += &disc(left + tile / 2.0, top + tile / 2.0, tile / 2.0);
            }
        }
    }
    for (colour, layer) in &layers {
        pen.path(layer, Paint::fill(*colour));
    }
}

pub(super) fn initial(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let (side, y) = (pen.side(), pen.between(150.0, 196.0));
    let (left, right) = (y + side * 62.0, y - side * 62.0);
    let cut = if pen.chance(0.5) { ground } else { accent };
    let half = [(0.0, left), (WIDTH, right), (WIDTH, HEIGHT), (0.0, HEIGHT)];
    pen.path(&polygon(&half), Paint::fill(mid));
    pen.letter(WIDTH / 2.0, HEIGHT / 2.0, 290.0, ink);
    let (from, to) = (left + side * 5.2, right - side * 5.2);
    pen.path(&format!("M-10 {from} L250 {to}"), Paint::stroke(cut, 7.0));
}

pub(super) fn iris(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let blades = pen.pick(&[6_u16, 7, 8, 9]).unwrap_or(8);
    let (open, start) = (pen.between(30.0, 52.0), pen.between(0.0, TAU));
    let (x, y, rim) = (120.0, 165.0, 104.0);
    let turn = TAU / f32::from(blades);
    let corner = |k: f32| {
        let angle = start + k * turn;
        (x + open * angle.cos(), y + open * angle.sin())
    };
    // Where the edge of the opening, drawn on beyond a corner, meets the rim.
    let outer = |k: f32| {
        let ((ax, ay), (bx, by)) = (corner(k - 1.0), corner(k));
        let length = (bx - ax).hypot(by - ay);
        let (ux, uy) = ((bx - ax) / length, (by - ay) / length);
        let along = (bx - x) * ux + (by - y) * uy;
        let far = (along * along + rim * rim - open * open).sqrt() - along;
        (bx + ux * far, by + uy * far)
    };
    pen.circle(x, y, rim + 8.0, Paint::stroke(mid, 2.0));
    pen.circle(x, y, open + 4.0, Paint::fill(accent));
    for k in steps(blades) {
        let ((ax, ay), (bx, by)) = (corner(k), outer(k));
        let ((cx, cy), (dx, dy)) = (outer(k + 1.0), corner(k + 1.0));
        let blade = format!("M{ax} {ay} L{bx} {by} A{rim} {rim} 0 0 1 {cx} {cy} L{dx} {dy} Z");
        let sheen = 0.5 + 0.5 * (start + k * turn).cos();
        pen.path(&blade, Paint::fill(ground));
        pen.path(&blade, Paint { stroke: Some((ground, 2.0)), ..Paint::fill(ink).at(0.62 + 0.38 * sheen) });
    }
}

pub(super) fn phases(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let (r, first) = (24.0_f32, pen.between(0.02, 0.3));
    for k in steps(12) {
        let (x, y) = (54.0 + (k % 3.0) * 66.0, 66.0 + (k / 3.0).floor() * 66.0);
        let age = (first + k / 13.0).fract();
        let (top, bottom) = (y - r, y + r);
        pen.circle(x, y, r, Paint::fill(mid).at(0.3));
        if (age - 0.5).abs() < 0.04 {
            pen.circle(x, y, r, Paint::fill(accent));
            continue;
        }
        // The limb is half a circle, the terminator half an ellipse.
        let limb = u8::from(age < 0.5);
        let terminator = u8::from((age - 0.5).abs() < 0.25) ^ (1 - limb);
        let across = r * (TAU * age).cos().abs();
        let lit = format!("M{x} {top} A{r} {r} 0 0 {limb} {x} {bottom} A{across} {r} 0 0 {terminator} {x} {top} Z");
        pen.path(&lit, Paint::fill(ink));
    }
}

pub(super) fn scales(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let (shore, side) = (pen.between(128.0, 168.0), pen.side());
    let caught = pen.between(2.0, 7.0).floor();
    pen.circle(120.0 + side * 44.0, shore - 54.0, 38.0, Paint::fill(accent));
    for row in steps(11).filter(|row| shore + row * 24.0 < HEIGHT + 48.0) {
        let (y, offset) = (shore + row * 24.0, (row % 2.0) * 48.0 - 24.0);
        let ring = |r: f32| -> String {
            let centres = steps(4).map(|k| k * 96.0 + offset);
            centres.filter(|x| (-r..WIDTH + r).contains(x)).map(|x| dot(x, y, r)).collect()
        };
        pen.path(&ring(48.0), Paint { stroke: Some((ink, 2.6)), ..Paint::fill(ground) });
        pen.path(&(ring(35.0) + &ring(22.0)), Paint::stroke(ink, 1.8));
        let core = if (row - caught).abs() < 0.5 { accent } else { mid };
        pen.path(&ring(9.0), Paint::fill(core));
    }
}

pub(super) fn spiral(pen: &mut Pen) {
    let Palette { ink, accent, .. } = pen.palette;
    let (start, side) = (pen.between(0.0, TAU), pen.side());
    let (x, y) = (120.0 + pen.between(-14.0, 14.0), 165.0 + pen.between(-22.0, 22.0));
    let edge = |k: f32, out: f32| {
        let (angle, r) = (start + side * k * TAU / 14.0, 7.0 + k * 2.5);
        let reach = r + out * (0.6 + r * 0.052);
        (x + reach * angle.cos(), y + reach * angle.sin())
    };
    let outer = steps(91).map(|k| edge(k, 1.0));
    let inner = steps(91).map(|k| edge(90.0 - k, -1.0));
    let band: Vec<(f32, f32)> = outer.chain(inner).collect();
    pen.path(&curve(&band, true), Paint::fill(ink));
    pen.circle(x, y, 7.0, Paint::fill(accent));
}

pub(super) fn blinds(pen: &mut Pen) {
    let Palette { ink, accent, .. } = pen.palette;
    // On a slat, and of a size that the outermost slats still cross well, so that it is whole.
    let (gap, middle, slats) =
        pen.pick(&[(15.0, 9.0, 5.4), (15.0, 11.0, 5.4), (11.0, 13.0, 7.4)]).unwrap_or((15.0, 10.0, 5.4));
    let (x, y, r) = (pen.between(100.0, 140.0), gap * (middle + 0.5), gap * slats);
    let mut swell = Vec::new();
    for k in steps(30) {
        let slat = gap * (k + 0.5);
        if slat > HEIGHT {
            break;
        }
        pen.rect(0.0, slat - 0.9, WIDTH, 1.8, Paint::fill(ink));
        let reach = r * r - (slat - y) * (slat - y);
        if reach > 0.0 {
            let half = reach.sqrt();
            let bulge = gap * 0.96 * (half / r).sqrt();
            let (left, right) = (x - half, x + half);
            let (up, down) = (slat - bulge, slat + bulge);
            swell.push(format!("M{left} {slat} Q{x} {up} {right} {slat} Q{x} {down} {left} {slat} Z "));
        }
    }
    pen.path(&swell.concat(), Paint::fill(accent));
}

pub(super) fn contours(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let (x, y) = (pen.between(84.0, 156.0), pen.between(118.0, 212.0));
    let (two, three) = (pen.between(0.0, TAU), pen.between(0.0, TAU));
    let (long, rough) = (pen.between(0.14, 0.24), pen.between(0.06, 0.13));
    for k in steps(12) {
        let level = 12.0 - k;
        let line: Vec<(f32, f32)> = steps(13)
            .map(|step| {
                let angle = step * TAU / 13.0;
                let bend = 1.0
                    + long * (2.0 * angle + two + level * 0.07).sin()
                    + rough * (3.0 * angle + three - level * 0.12).sin();
                let r = (6.0 + level * 15.0) * bend;
                (x + r * angle.cos(), y + r * angle.sin())
            })
            .collect();
        let line = curve(&line, true);
        if level % 4.0 < 0.5 {
            pen.path(&line, Paint::fill(mid).at(0.28));
        }
        if level < 1.5 {
            pen.path(&line, Paint::fill(accent));
        } else {
            pen.path(&line, Paint::stroke(ink, if level % 4.0 < 0.5 { 2.8 } else { 1.3 }));
        }
    }
}

pub(super) fn slabs(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let special = pen.pick(&[1.0, 2.0, 3.0]).unwrap_or(2.0);
    for k in steps(5) {
        let (left, right) = (19.0 + k * 41.5, 55.0 + k * 41.5);
        let [a, b, c, d] = [3.0; 4].map(|by| pen.between(-by, by));
        let (tilt, reach) = (pen.between(-9.0, 9.0), pen.between(-1.0, 1.0));
        if (k - special).abs() < 0.5 {
            let top = 150.0 + 34.0 * reach;
            let rising = [(left + a, HEIGHT), (left + b, top + tilt), (right + c, top - tilt), (right + d, HEIGHT)];
            pen.path(&polygon(&rising), Paint::fill(accent));
            let low = top - 36.0;
            let hanging = [(left + b, 0.0), (left + a, low - tilt), (right + d, low + tilt), (right + c, 0.0)];
            pen.path(&polygon(&hanging), Paint::fill(mid));
        } else {
            let low = 205.0 + 82.0 * reach;
            let hanging = [(left + a, 0.0), (left + b, low + tilt), (right + c, low - tilt), (right + d, 0.0)];
            pen.path(&polygon(&hanging), Paint::fill(ink));
        }
    }
}

pub(super) fn halftone(pen: &mut Pen) {
    let Palette { ink, accent, .. } = pen.palette;
    // On a dot, so that the bright ones make a hexagon.
    let (up, along) = (pen.between(2.0, 5.0).round() * 2.0, pen.between(2.0, 6.0).round());
    let (x, y) = (18.0 + along * 24.0, 18.0 + up * 21.0);
    let (mut near, mut far) = (String::new(), String::new());
    for (row, column) in steps(15).flat_map(|row| steps(9).map(move |column| (row, column))) {
        let (dx, dy) = (18.0 + column * 24.0 + (row % 2.0) * 12.0, 18.0 + row * 21.0);
        let away = (dx - x).hypot(dy - y);
        let r = 1.2 + 10.4 * (1.0 - away / 240.0).max(0.0).powf(1.7);
        let layer = if away < 50.0 { &mut near } else { &mut far };
        *layer += &dot(dx, dy, r);
    }
    pen.path(&far, Paint::fill(ink));
    pen.path(&near, Paint::fill(accent));
}

pub(super) fn split(pen: &mut Pen) {
    let Palette { ink, accent, mid, .. } = pen.palette;
    let (side, angle) = (pen.side(), pen.between(0.75, 1.25));
    let (r, slip) = (pen.between(76.0, 84.0), pen.between(18.0, 34.0));
    let (ux, uy) = (side * angle.cos(), -angle.sin());
    let (x, y) = (120.0, 165.0);
    let half = |slip: f32, sweep: u8| {
        let (cx, cy) = (x + ux * slip - uy * slip.signum() * 2.0, y + uy * slip + ux * slip.signum() * 2.0);
        let (ax, ay, bx, by) = (cx - ux * r, cy - uy * r, cx + ux * r, cy + uy * r);
        format!("M{ax} {ay} A{r} {r} 0 0 {sweep} {bx} {by} Z")
    };
    let line = format!("M{} {} L{} {}", x - ux * 260.0, y - uy * 260.0, x + ux * 260.0, y + uy * 260.0);
    pen.path(&line, Paint::stroke(mid, 1.2));
    pen.path(&half(slip, 0), Paint::fill(ink));
    pen.path(&half(-slip, 1), Paint::fill(accent));
}

pub(super) fn orbits(pen: &mut Pen) {
    let Palette { ground, ink, accent, mid, .. } = pen.palette;
    let tilt = pen.side() * pen.between(0.3, 0.6);
    let flat = pen.between(0.34, 0.46);
    let (x, y, degrees) = (120.0, 165.0, tilt.to_degrees());
    let place = |r: f32, angle: f32| {
        let (along, across) = (r * angle.cos(), r * flat * angle.sin());
        (x + along * tilt.cos() - across * tilt.sin(), y + along * tilt.sin() + across * tilt.cos())
    };
    let arc = |r: f32, sweep: u8| {
        let ((ax, ay), (bx, by)) = (place(r, 0.0), place(r, TAU / 2.0));
        format!("M{ax} {ay} A{r} {} {degrees} 0 {sweep} {bx} {by}", r * flat)
    };
    let stars: String = steps(26).map(|_| dot(pen.between(8.0, 232.0), pen.between(8.0, 322.0), 1.3)).collect();
    pen.path(&stars, Paint::fill(mid));
    for k in steps(6) {
        pen.path(&arc(50.0 + k * 30.0, 0), Paint::stroke(ink, 1.4).at(1.0 - k * 0.09));
    }
    pen.circle(x, y, 32.0, Paint::fill(accent));
    for k in steps(6) {
        let r = 50.0 + k * 30.0;
        pen.path(&arc(r, 1), Paint::stroke(ink, 1.4).at(1.0 - k * 0.09));
        let size = pen.between(4.0, 9.5);
        let (px, py) = place(r, 0.8 + k * 2.4 + tilt);
        let colour = pen.pick(&[ink, ink, mid]).unwrap_or(ink);
        if (16.0..224.0).contains(&px) && (16.0..314.0).contains(&py) {
            pen.circle(px, py, size, Paint { stroke: Some((ground, 3.0)), ..Paint::fill(colour) });
        }
    }
}
