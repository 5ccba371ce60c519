//! What the compositions draw with: a pen that rounds, and dice that always fall the same way.

use super::{Colour, Design, Paint, Palette, Shape, TitleCard};

/// Collects the shapes of one card.
pub(super) struct Pen<'a> {
    pub(super) palette: Palette,
    title: &'a str,
    dice: u32,
    shapes: Vec<Shape>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(design: &Design, title: &'a str) -> Self {
        // Xorshift stays at zero for ever, so it must not start there; the first throws after a
        // start with few bits set are poor.
        let mut pen = Self { palette: design.palette, title, dice: design.hash.max(1), shapes: Vec::new() };
        for _ in 0..4 {
            pen.throw();
        }
        pen
    }

    pub(super) fn finish(self) -> TitleCard {
        TitleCard { ground: self.palette.ground, shapes: self.shapes }
    }

    /// A number from 0 up to but not including 1 (Marsaglia's 32-bit xorshift).
    fn throw(&mut self) -> f32 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 17;
        self.dice ^= self.dice << 5;
        f32::from(u16::try_from(self.dice >> 16).unwrap_or(0)) / 65_536.0
    }

    pub(super) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.throw()
    }

    pub(super) fn chance(&mut self, of_one: f32) -> bool {
        self.throw() < of_one
    }

    /// Either 1 or -1, for what can face both ways.
    pub(super) fn side(&mut self) -> f32 {
        if self.chance(0.5) { 1.0 } else { -1.0 }
    }

    /// One of the values, each as likely as the others; `None` where there are none.
    pub(super) fn pick<T: Copy>(&mut self, values: &[T]) -> Option<T> {
        let mut left = f32::from(u16::try_from(values.len()).unwrap_or(u16::MAX)) * self.throw();
        values.iter().copied().find(|_| {
            left -= 1.0;
            left < 0.0
        })
    }

    pub(super) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, paint: Paint) {
        let [x, y, width, height] = [x, y, width, height].map(rounded);
        self.shapes.push(Shape::Rect { x, y, width, height, paint });
    }

    pub(super) fn circle(&mut self, cx: f32, cy: f32, r: f32, paint: Paint) {
        let [cx, cy, r] = [cx, cy, r].map(rounded);
        self.shapes.push(Shape::Circle { cx, cy, r, paint });
    }

    /// Path data as `format!` makes it; its numbers are rounded here.
    pub(super) fn path(&mut self, d: &str, paint: Paint) {
        self.shapes.push(Shape::Path { d: rounded_path(d), paint });
    }

    /// The title's first letter, centred on a point.
    pub(super) fn letter(&mut self, cx: f32, cy: f32, size: f32, colour: Colour) {
        let glyph = initial(self.title);
        // Capitals stand two thirds of an em tall; other scripts fill the em.
        let (size, drop) = match glyph.chars().next() {
            Some('M' | 'W') => (size * 0.82, 0.335),
            Some(letter) if u32::from(letter) < 0x0590 => (size, 0.335),
            _ => (size * 0.66, 0.36),
        };
        let [x, y, size] = [cx, cy + size * drop, size].map(rounded);
        self.shapes.push(Shape::Letter { glyph, x, y, size, paint: Paint::fill(colour) });
    }

    /// Someone in a long coat, seen from afar, standing at a point.
    pub(super) fn figure(&mut self, x: f32, foot: f32, tall: f32, colour: Colour) {
        let (across, up) = (|part: f32| x + part * tall, |part: f32| foot - part * tall);
        self.circle(x, up(0.905), tall * 0.078, Paint::fill(colour));
        let coat = [
            format!("M{x} {} Q{} {} ", up(0.83), across(0.095), up(0.83)),
            format!("{} {} L{} {} ", across(0.11), up(0.73), across(0.14), up(0.29)),
            format!("L{} {} L{} {foot} H{} ", across(0.075), up(0.29), across(0.06), across(0.02)),
            format!("L{x} {} L{} {foot} H{} ", up(0.27), across(-0.02), across(-0.06)),
            format!("L{} {} H{} ", across(-0.075), up(0.29), across(-0.14)),
            format!("L{} {} ", across(-0.11), up(0.73)),
            format!("Q{} {} {x} {} Z", across(-0.095), up(0.83), up(0.83)),
        ];
        self.path(&coat.concat(), Paint::fill(colour));
    }
}

/// The numbers from 0 up to but not including `count`, to compute with.
pub(super) fn steps(count: u16) -> impl Iterator<Item = f32> + Clone {
    (0..count).map(f32::from)
}

/// A full circle as path data, to put many of them in one path.
pub(super) fn disc(x: f32, y: f32, r: f32) -> String {
    format!("M{} {y} a{r} {r} 0 1 0 {} 0 a{r} {r} 0 1 0 {} 0 Z", x - r, r * 2.0, r * -2.0)
}

/// A small dot as path data: one arc that all but comes round.
pub(super) fn dot(x: f32, y: f32, r: f32) -> String {
    format!("M{x} {} a{r} {r} 0 1 0 0.1 0 Z", y - r)
}

/// A closed polygon as path data.
pub(super) fn polygon(corners: &[(f32, f32)]) -> String {
    let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{x} {y}")).collect();
    format!("M{} Z", corners.join(" L"))
}

/// A smooth curve through the middles between points, as path data; closed, it runs round them all.
pub(super) fn curve(points: &[(f32, f32)], closed: bool) -> String {
    let middle = |a: (f32, f32), b: (f32, f32)| (f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1));
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return String::new();
    };
    let start = if closed { middle(last, first) } else { first };
    let next = points.iter().copied().skip(1).chain(closed.then_some(first));
    let bends = points.iter().copied().zip(next).map(|(here, there)| {
        let (x, y) = middle(here, there);
        format!("Q{} {} {x} {y} ", here.0, here.1)
    });
    let bends: Vec<String> = bends.collect();
    let end = if closed { "Z".to_owned() } else { format!("L{} {}", last.0, last.1) };
    format!("M{} {} {}{end}", start.0, start.1, bends.concat())
}

fn rounded(value: f32) -> f32 {
    // The sum turns -0 into 0.
    (value * 10.0).round() / 10.0 + 0.0
}

fn rounded_path(d: &str) -> String {
    let numeric = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let mut out = String::with_capacity(d.len());
    let mut rest = d;
    while let Some(start) = rest.find(numeric) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !numeric(c)).unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        out += before;
        match number.parse().map(rounded) {
            Ok(value) => out += &value.to_string(),
            Err(_) => out += number,
        }
        rest = after;
    }
    out + rest
}

/// The letter or digit a title is filed under, in capitals: that of its first word, an English
/// article aside. A title without either gives a point.
fn initial(title: &str) -> String {
    let words = title.trim();
    let filed = ["the ", "a ", "an "]
        .iter()
        .find_map(|article| {
            let (head, tail) = words.split_at_checked(article.len())?;
            head.eq_ignore_ascii_case(article).then_some(tail)
        })
        .filter(|tail| tail.contains(char::is_alphanumeric))
        .unwrap_or(words);
    let letter = filed.chars().find(|c| c.is_alphanumeric()).unwrap_or('\u{2022}');
    // `ß` and the like grow to two letters; they stay as they are.
    let mut capital = letter.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(one), None) => one.to_string(),
        _ => letter.to_string(),
    }
}
