//! What the compositions draw with: a pen that writes path data, and dice that always fall the
//! same way. Its methods are kept from being inlined, for the compositions call them in many places.

use super::{Design, HEIGHT, Paint, Palette, Shape, TitleCard, WIDTH, initial::initial};

/// A full turn, in the unit of all angles here.
pub(super) const TURN: i32 = 1024;

/// One of a palette's colours.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    Ground,
    Ink,
    Accent,
    Mid,
}

/// A step of an outline: a path command and a point, in 128ths of the outline's size. A blank for a
/// command goes on with the one before.
pub(super) type Step = (u8, i8, i8);

/// Collects the shapes of one card.
pub(super) struct Pen<'a> {
    title: &'a str,
    /// What the next throw depends on. To cast the same dice again, put the old value back.
    pub(super) dice: u32,
    palette: Palette,
    path: String,
    shapes: Vec<Shape>,
}

impl<'a> Pen<'a> {
    pub(super) fn new(design: &Design, title: &'a str) -> Self {
        // Xorshift stays at zero for ever, so it must not start there; the first throws after a
        // start with few bits set are poor.
        let dice = design.hash.max(1);
        let mut pen = Self { title, dice, palette: design.palette, path: String::new(), shapes: Vec::new() };
        for _ in 0..4 {
            pen.between(0, 0);
        }
        pen.rect(0, 0, WIDTH, HEIGHT);
        pen.fill(Tone::Ground);
        pen
    }

    pub(super) fn finish(self) -> TitleCard {
        TitleCard { shapes: self.shapes }
    }

    /// A number from `low` up to but not including `high` (Marsaglia's 32-bit xorshift).
    #[inline(never)]
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 17;
        self.dice ^= self.dice << 5;
        low + (((self.dice >> 16).cast_signed() * (high - low)) >> 16)
    }

    /// Either 1 or -1, for what can face both ways.
    pub(super) fn side(&mut self) -> i32 {
        self.between(0, 2) * 2 - 1
    }

    #[inline(never)]
    fn put(&mut self, one: u8) {
        self.path.push(char::from(one));
    }

    #[inline(never)]
    fn number(&mut self, value: i32) {
        if value < 0 {
            self.put(b'-');
        }
        let value = value.unsigned_abs();
        if value > 9 {
            self.number((value / 10).cast_signed());
        }
        self.put(b'0' + (value % 10) as u8);
    }

    /// A path command and a point. A blank for a command goes on with the one before.
    #[inline(never)]
    pub(super) fn to(&mut self, command: u8, x: i32, y: i32) {
        self.put(command);
        self.number(x);
        self.put(b' ');
        self.number(y);
    }

    /// On along an ellipse, the shorter way, to a point; clockwise where `sweep` is 1.
    #[inline(never)]
    pub(super) fn arc(&mut self, rx: i32, ry: i32, sweep: i32, x: i32, y: i32) {
        self.to(b'A', rx, ry);
        self.to(b' ', 0, 0);
        self.put(b' ');
        self.number(sweep);
        self.to(b' ', x, y);
    }

    /// A line from a point, so far.
    #[inline(never)]
    pub(super) fn line(&mut self, x: i32, y: i32, dx: i32, dy: i32) {
        self.to(b'M', x, y);
        self.to(b'l', dx, dy);
    }

    #[inline(never)]
    pub(super) fn rect(&mut self, x: i32, y: i32, width: i32, height: i32) {
        self.line(x, y, width, 0);
        self.to(b'l', 0, height);
        self.to(b'l', -width, 0);
        self.put(b'z');
    }

    /// An ellipse: one arc that all but comes round. With `rx` below zero it turns the other way and
    /// is a hole in what is filled with it.
    #[inline(never)]
    pub(super) fn oval(&mut self, x: i32, y: i32, rx: i32, ry: i32) {
        self.to(b'M', x, y - ry);
        self.to(b'a', rx.abs(), ry);
        self.to(b' ', 0, 1);
        self.to(b' ', i32::from(rx < 0), rx.signum());
        self.put(b' ');
        self.put(b'0');
        self.put(b'z');
    }

    pub(super) fn disc(&mut self, x: i32, y: i32, r: i32) {
        self.oval(x, y, r, r);
    }

    /// An outline about a point; below zero, a size turns it over.
    #[inline(never)]
    pub(super) fn outline(&mut self, x: i32, y: i32, wide: i32, tall: i32, steps: &[Step]) {
        for &(command, dx, dy) in steps {
            self.to(command, x + ((i32::from(dx) * wide) >> 7), y + ((i32::from(dy) * tall) >> 7));
        }
    }

    /// Someone in a long coat, seen from afar, standing at a point.
    #[inline(never)]
    pub(super) fn figure(&mut self, x: i32, foot: i32, tall: i32, tone: Tone) {
        const COAT: &[Step] = &[
            (b'M', 0, -107),
            (b'Q', 12, -106),
            (b' ', 14, -93),
            (b'L', 18, -37),
            (b'L', 10, -37),
            (b'L', 8, 0),
            (b'L', 3, 0),
            (b'L', 0, -35),
            (b'L', -3, 0),
            (b'L', -8, 0),
            (b'L', -10, -37),
            (b'L', -18, -37),
            (b'L', -14, -93),
            (b'Q', -12, -106),
            (b' ', 0, -107),
        ];
        self.outline(x, foot, tall, tall, COAT);
        self.disc(x, foot - tall * 9 / 10, tall * 10 / 128);
        self.fill(tone);
    }

    /// Paints the path as it stands, and begins another: in a tone mixed into the ground up to
    /// `share` in a hundred, along the line where it has a width and inside where it has none.
    #[inline(never)]
    pub(super) fn paint(&mut self, tone: Tone, share: u8, width: usize) {
        let Palette { ground, ink, accent, mid } = self.palette;
        let tone = match tone {
            Tone::Ground => ground,
            Tone::Ink => ink,
            Tone::Accent => accent,
            Tone::Mid => mid,
        };
        let d = std::mem::take(&mut self.path);
        if !d.is_empty() {
            self.shapes.push(Shape::Path { d, paint: Paint { colour: ground.mixed(tone, share.into()), width } });
        }
    }

    #[inline(never)]
    pub(super) fn fill(&mut self, tone: Tone) {
        self.paint(tone, 100, 0);
    }

    #[inline(never)]
    pub(super) fn stroke(&mut self, tone: Tone, width: usize) {
        self.paint(tone, 100, width);
    }

    /// The letter of the title, in ink, in the middle of the card.
    pub(super) fn letter(&mut self) {
        let letter = initial(self.title);
        // Capitals stand two thirds of an em tall; other scripts fill the em.
        let (size, y) = match letter {
            'M' | 'W' => (2378, 2447),
            ..'\u{590}' => (2900, 2621),
            _ => (1914, 2339),
        };
        self.shapes.push(Shape::Letter { letter, x: 1200, y, size, colour: self.palette.ink });
    }
}

/// The sine of an angle times `r`, to within a 600th of `r`: the formula of Bhaskara I.
#[inline(never)]
pub(super) fn sine(angle: i32, r: i32) -> i32 {
    let half = TURN / 2;
    let angle = angle & (TURN - 1);
    let (angle, r) = if angle < half { (angle, r) } else { (angle - half, -r) };
    let arch = angle * (half - angle) / 16;
    // The divisor is never so small; said here, it needs no check.
    4 * arch * r / (5 * half * half / 64 - arch).max(1)
}

pub(super) fn cosine(angle: i32, r: i32) -> i32 {
    sine(angle + TURN / 4, r)
}
