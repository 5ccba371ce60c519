//! The picture that stands beside a link where pages are shared: 1200 by 630, as Open Graph has it.
//!
//! It is drawn as SVG, with the film's own title card and the site's typefaces, and written as PNG. What those
//! typefaces have no letters for is left out, and stands in the page's title all the same.

use std::{fmt::Write as _, fs, path::Path, sync::Arc};

use crosscut::{
    domain::{
        catalog::Catalog,
        film::Listing,
        reviewer::Reviewer,
        site::{MARK, NAME, TAGLINE},
        text::{self, counted},
        title_card::{Shape, TitleCard, VIEW_BOX},
    },
    route::Route,
    wire::markup::escaped,
};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

/// Width and height, in pixels.
pub const SIZE: (u32, u32) = (1200, 630);

// As the files themselves call them.
const SERIF: &str = "'Newsreader 16pt'";
const SANS: &str = "'Instrument Sans'";
/// The typefaces' files in the site's `fonts/`, by how their names start.
const FONTS: [&str; 4] =
    ["newsreader-latin-", "instrument-sans-latin-", "newsreader-latin-ext-", "instrument-sans-latin-ext-"];
const PAPER: &str = "#fdfcf9";
const INK: &str = "#1a1411";
const QUIET: &str = "#54493f";
/// The usual accent on light ground, as style/tokens.css has it.
const ACCENT: &str = "#a82a21";
/// What a title may take, in pixels, at the sizes that it is tried at.
const ROOM: f32 = 640.0;
const SIZES: [f32; 4] = [76.0, 62.0, 50.0, 42.0];

/// Draws pictures for previews.
pub struct Painter {
    options: Options<'static>,
    accent: String,
}

impl Painter {
    /// With the typefaces of a finished site.
    pub fn new(site: &Path, accent: Option<&str>) -> Result<Self, String> {
        let mut fonts = Database::new();
        let folder = site.join("fonts");
        let unread = |error| format!("{} cannot be read: {error}", folder.display());
        let mut files = Vec::new();
        for entry in fs::read_dir(&folder).map_err(unread)? {
            let path = entry.map_err(unread)?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            // The longest start is the file's own: `latin-ext-` starts with `latin-` too.
            let known = FONTS.iter().rposition(|font| name.starts_with(font));
            let known = known.filter(|_| path.extension().is_some_and(|it| it == "woff2"));
            files.extend(known.map(|known| (known, name, path)));
        }
        // Of two files of one typeface the first is asked first.
        files.sort();
        for (_, name, path) in files {
            let packed = fs::read(&path).map_err(unread)?;
            let font =
                wuff::decompress_woff2(&packed).map_err(|error| format!("{name} cannot be unpacked: {error:?}"))?;
            fonts.load_font_data(font);
        }
        let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
        Ok(Self { options, accent: accent.unwrap_or(ACCENT).to_owned() })
    }

    /// The picture of a page as PNG.
    pub fn png(&self, route: &Route, catalog: &Catalog) -> Result<Vec<u8>, String> {
        let svg = svg(route, catalog, &self.accent);
        let tree =
            Tree::from_str(&svg, &self.options).map_err(|error| format!("a preview cannot be drawn: {error}"))?;
        let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or("a preview has no room")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| format!("a preview cannot be written: {error}"))
    }
}

/// Where the picture of a page is, below the base. A film and its comparison share one.
pub fn path(route: &Route) -> String {
    match route {
        Route::Film(slug) | Route::Compare(slug) => format!("preview/film/{slug}.png"),
        Route::Reviewer(slug) => format!("preview/reviewer/{slug}.png"),
        _ => "preview/site.png".to_owned(),
    }
}

fn svg(route: &Route, catalog: &Catalog, accent: &str) -> String {
    let content = match route {
        Route::Film(slug) | Route::Compare(slug) => catalog.film(slug).map(|film| of_film(&film, catalog)),
        Route::Reviewer(slug) => catalog.reviewer(slug).map(|reviewer| of_reviewer(reviewer, catalog)),
        _ => None,
    };
    let content = content.unwrap_or_else(|| {
        let counts =
            format!("{}, {}", counted(catalog.film_count(), "film"), counted(catalog.review_count(), "review"));
        lines(96.0, &[(NAME, true), (TAGLINE, false), (&counts, false)])
    });
    let (width, height) = SIZE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\
         <rect width=\"{width}\" height=\"10\" fill=\"{accent}\"/>{content}{}</svg>",
        brand(accent)
    )
}

fn of_film(film: &Listing, catalog: &Catalog) -> String {
    let card = catalog.title_card(&film.slug).map(card).unwrap_or_default();
    let by = film.directors.join(", ");
    let made = if by.is_empty() { film.year.to_string() } else { format!("{} · {by}", film.year) };
    let contention = film.contention();
    let reviews = counted(film.reviews.len(), "review");
    let stand = match (film.reviews.len(), contention.splits.len()) {
        (0 | 1, _) => reviews,
        (_, 0) => format!("{reviews} side by side: no split"),
        (_, splits) => format!("{reviews} side by side: split on {splits} of {} aspects", contention.shared),
    };
    card + &lines(500.0, &[(&film.title, true), (&made, false), (&stand, false)])
}

fn of_reviewer(reviewer: &Reviewer, catalog: &Catalog) -> String {
    let count = counted(catalog.reviews_by(&reviewer.slug).len(), "review");
    let beat = reviewer.beat.as_deref().unwrap_or(reviewer.kind.label());
    lines(96.0, &[(&reviewer.name, true), (beat, false), (&count, false)])
}

/// A title card on the left, as the app draws it.
fn card(card: TitleCard) -> String {
    let shape = |shape: Shape| match shape {
        Shape::Path { d, paint } if paint.width == 0 => format!("<path d=\"{d}\" fill=\"{}\"/>", paint.colour.css()),
        Shape::Path { d, paint } => {
            format!(
                "<path d=\"{d}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"/>",
                paint.colour.css(),
                paint.width
            )
        }
        Shape::Letter { letter, x, y, size, colour } => format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-family=\"{SERIF}\" text-anchor=\"middle\" fill=\"{}\">{}</text>",
            colour.css(),
            escaped(&letter.to_string())
        ),
    };
    let shapes: String = card.shapes.into_iter().map(shape).collect();
    format!(
        "<svg x=\"72\" y=\"65\" width=\"364\" height=\"500\" viewBox=\"{VIEW_BOX}\" \
         stroke-linecap=\"round\" stroke-linejoin=\"round\">{shapes}</svg>"
    )
}

/// Lines from the top down, titles large and broken to fit.
fn lines(x: f32, lines: &[(&str, bool)]) -> String {
    let mut text = String::new();
    let mut y = 150.0;
    for (line, title) in lines.iter().filter(|(line, _)| has_letters(line)) {
        let room = if x < 200.0 { ROOM + 380.0 } else { ROOM };
        let (size, parts) = if *title { fitted(line, room) } else { (30.0, broken(line, room + 60.0, 30.0)) };
        let (family, colour) = if *title { (SERIF, INK) } else { (SANS, QUIET) };
        for part in parts.iter().take(4) {
            y += size * 1.12;
            let _ = write!(
                text,
                "<text x=\"{x}\" y=\"{y:.0}\" font-family=\"{family}\" font-size=\"{size}\" fill=\"{colour}\">{}</text>",
                escaped(part)
            );
        }
        y += 26.0;
    }
    text
}

/// The largest size at which a title takes no more than three lines, and those.
fn fitted(title: &str, room: f32) -> (f32, Vec<String>) {
    let tried = SIZES.map(|size| (size, broken(title, room, size)));
    let fits =
        tried.iter().find(|(size, lines)| lines.len() <= 3 && lines.iter().all(|line| width(line, *size) <= room));
    fits.or(tried.last()).cloned().unwrap_or_default()
}

/// A text in lines of a width, broken between words.
fn broken(line: &str, room: f32, size: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match lines.last_mut() {
            Some(last) if width(&format!("{last} {word}"), size) <= room => *last = format!("{last} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// About how wide a line is, in pixels: rather more than less.
fn width(line: &str, size: f32) -> f32 {
    let share = |letter: char| match letter {
        ' ' | '.' | ',' | '\'' | '’' | ':' | ';' | '!' | 'i' | 'j' | 'l' | 't' | 'f' | 'I' => 0.3,
        'm' | 'w' | 'M' | 'W' | '—' => 0.9,
        letter if letter.is_uppercase() => 0.7,
        _ => 0.53,
    };
    line.chars().map(share).sum::<f32>() * size
}

/// Whether the typefaces have the letters of a line: Latin, its marks and punctuation.
fn has_letters(line: &str) -> bool {
    line.chars().all(
        |it| matches!(it, ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{2010}'..='\u{203a}' | '−' | '\u{1e00}'..='\u{1eff}'),
    )
}

fn brand(accent: &str) -> String {
    if !has_letters(MARK) {
        return String::new();
    }
    let mark = escaped(MARK).replacen('/', &format!("<tspan fill=\"{accent}\">/</tspan>"), 1);
    format!(
        "<text x=\"1128\" y=\"572\" text-anchor=\"end\" font-family=\"{SERIF}\" font-size=\"40\" fill=\"{INK}\">{mark}</text>"
    )
}

/// What the picture shows, in words.
pub fn alternative(route: &Route, catalog: &Catalog) -> String {
    match route {
        Route::Film(slug) | Route::Compare(slug) => catalog.film(slug).map_or_else(String::new, |film| {
            format!("{} ({}): {}", film.title, film.year, counted(film.reviews.len(), "review"))
        }),
        Route::Reviewer(slug) => catalog.name_of(slug),
        _ => format!("{NAME}: {}", text::capitalised(TAGLINE)),
    }
}
