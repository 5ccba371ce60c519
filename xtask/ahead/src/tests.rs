//! Whole sites rendered ahead, from small and odd data sets.

use std::{fs, path::PathBuf};

use crosscut::{
    domain::{catalog::Catalog, film::Film, review::ReviewKind, reviewer::Reviewer},
    wire::{
        film_file::{FilmFile, read_film},
        index::write_index,
        reviewers_file::read_reviewers,
    },
};

use crate::pages::{self, Pages};

const FRAME: &str = "<!doctype html><html lang=en><head><meta content=\"About\" name=description><title>Frame</title></head>\
                     <body><div id=app>frame<noscript><p>Old</noscript></div></body></html>";

/// A film of the fixtures under another name and title, with so many of its reviews.
fn film(slug: &str, title: &str, reviews: &[(&str, &str)]) -> Film {
    let text = fs::read_to_string(root().join("tests/fixtures/data/sound/films/the-general.json")).unwrap();
    let (sound, defects) = read_film(&text).unwrap();
    assert!(defects.is_empty(), "{defects:?}");
    let first = sound.reviews[0].clone();
    let review = |(id, reviewer): &(&str, &str)| {
        let mut review = first.clone();
        (review.id, review.reviewer) = (id.parse().unwrap(), reviewer.parse().unwrap());
        review
    };
    Film {
        slug: slug.parse().unwrap(),
        title: title.to_owned(),
        compare: Vec::new(),
        reviews: reviews.iter().map(review).collect(),
        ..sound
    }
}

fn reviewers() -> Vec<Reviewer> {
    let line = |slug: &str, name: &str| {
        format!(r#"{{"slug":"{slug}","name":"{name}","kind":"house","beat":null,"scale":null,"about":"A column."}}"#)
    };
    let text = format!("[{},{},{}]", line("one", "One"), line("two", "Two"), line("idle", "Nobody Yet"));
    read_reviewers(&text).unwrap().0
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Renders the site of some films in a folder of its own, with the pictures, and gives that back.
fn rendered(name: &str, films: &[Film], address: Option<&str>) -> PathBuf {
    let folder = finished(name, films);
    let count = pages::write(&folder, "/x/", &folder.join("names.tsv"), address, Some("#0050a0")).unwrap();
    // Two for a film, one for a reviewer, and the three that are always there.
    assert_eq!(count, 2 * films.len() + 3 + 3);
    folder
}

/// What the build leaves of the site of some films before its pages are rendered.
fn finished(name: &str, films: &[Film]) -> PathBuf {
    let folder = root().join("target/tmp/ahead").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("data/films")).unwrap();
    let mut listings = Vec::new();
    for film in films {
        let file = format!("films/{}.json", film.slug);
        fs::write(folder.join("data").join(&file), serde_json::to_string(&FilmFile::from(film)).unwrap()).unwrap();
        listings.push(film.listing(format!("{file}?v=1")));
    }
    let catalog = Catalog::new(listings, reviewers(), Vec::new());
    fs::write(folder.join("data/index.json"), write_index(&catalog).unwrap()).unwrap();
    fs::create_dir_all(folder.join("fonts")).unwrap();
    for font in ["newsreader-latin", "instrument-sans-latin"] {
        let name = format!("{font}.woff2");
        fs::copy(root().join("style/fonts").join(name), folder.join(format!("fonts/{font}-0.woff2"))).unwrap();
    }
    fs::write(folder.join("index.html"), FRAME).unwrap();
    fs::write(folder.join("names.tsv"), "region\tUS\tUnited States\nlanguage\ten\tEnglish\n").unwrap();
    folder
}

fn read(folder: &std::path::Path, page: &str) -> String {
    fs::read_to_string(folder.join(page)).unwrap()
}

/// What stands between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}

#[test]
fn a_page_has_its_own_head_and_can_be_read_as_it_is() {
    let film = film("the-general", "The General", &[("a", "one"), ("b", "two")]);
    let words = film.reviews[0].body[0].text.clone();
    let folder = rendered("whole", &[film], None);
    for (page, title) in [
        ("film/the-general.html", "The General (1926), its reviews · Crosscut"),
        ("compare/the-general.html", "The General (1926), reviews compared · Crosscut"),
        ("reviewer/one.html", "One · Crosscut"),
        ("reviewers.html", "Reviewers · Crosscut"),
        ("reviewers/compare.html", "Two reviewers compared · Crosscut"),
        ("about.html", "About · Crosscut"),
    ] {
        let html = read(&folder, page);
        assert_eq!(between(&html, "<title>", "</title>"), title, "{page}");
        assert_eq!(html.matches("<title>").count(), 1, "{page}");
        assert_eq!(html.matches("name=\"description\"").count(), 1, "{page}");
        assert!(!html.contains("content=\"About\""), "{page} has the frame’s description");
        assert_eq!(html.matches("<h1").count(), 1, "{page}");
        assert_eq!(html.matches("<main").count(), 1, "{page}");
        assert!(html.contains("<div id=\"app\" data-ahead>"), "{page}");
        assert!(html.contains("property=\"og:title\"") && !html.contains("data-live"), "{page}");
        assert!(!html.contains("rel=\"canonical\""), "{page} has no whole address to name");
    }
    let html = read(&folder, "index.html");
    let (shown, asked) = html.split_once("<template id=\"boot-asked\">").unwrap();
    assert_eq!(between(shown, "<title>", "</title>"), "Crosscut: film reviews, side by side");
    assert_eq!(shown.matches("<h1").count(), 1);
    assert!(shown.contains("class=\"film-card\"") && shown.contains("<div id=\"app\" data-ahead=\"catalogue\">"));
    assert_eq!(asked, "<div id=app>frame</div></template></body></html>");
    let column = read(&folder, "reviewer/one.html");
    assert!(column.contains("\"@type\":\"CreativeWorkSeries\"") && column.contains("\"@type\":\"Review\""), "{column}");
    let html = read(&folder, "film/the-general.html");
    assert!(html.contains(&words) && html.contains("United States"), "{html}");
    let linked = between(&html, "<script type=\"application/ld+json\">", "</script>");
    let linked: serde_json::Value = serde_json::from_str(linked).unwrap();
    let kinds: Vec<&str> =
        linked["@graph"].as_array().unwrap().iter().map(|node| node["@type"].as_str().unwrap()).collect();
    assert_eq!(kinds[0], "Movie");
    assert_eq!(kinds.len(), 3);
}

#[test]
fn the_page_about_the_site_tells_of_the_kinds_of_review_that_it_has() {
    let mut film = film("the-general", "The General", &[("a", "one"), ("b", "two")]);
    let about = |name: &str, film: &Film| {
        let html = read(&rendered(name, std::slice::from_ref(film), None), "about.html");
        ["A review by a person", "House columns", "A digest"].map(|start| html.contains(start))
    };
    assert_eq!(about("columns", &film), [false, true, false]);
    film.reviews[0].kind = ReviewKind::Full;
    assert_eq!(about("column-and-person", &film), [true, true, false]);
    film.reviews[1].kind = ReviewKind::Digest;
    assert_eq!(about("person-and-digest", &film), [true, false, true]);
    film.reviews.clear();
    assert_eq!(about("nothing", &film), [false; 3]);
}

#[test]
fn with_the_sites_address_pages_name_it_and_there_are_lists_of_them() {
    let mut film = film("the-general", "The <General> & Co", &[("a", "one"), ("b", "two")]);
    film.reviews[0].published = "2024-02-29".parse().ok();
    film.reviews[1].published = "2025-03-01".parse().ok();
    let folder = rendered("addressed", &[film], Some("https://example.org/x/"));
    let html = read(&folder, "compare/the-general.html");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/x/compare/the-general\">"), "{html}");
    assert!(html.contains("property=\"og:url\" content=\"https://example.org/x/compare/the-general\""));
    let sitemap = read(&folder, "sitemap.xml");
    let pages: Vec<&str> = sitemap.split("<loc>").skip(1).map(|it| it.split("</loc>").next().unwrap()).collect();
    assert_eq!(pages.len(), 1 + 2 + 3 + 3);
    assert_eq!(pages[..2], ["https://example.org/x/", "https://example.org/x/film/the-general"]);
    let feed = read(&folder, "feed.xml");
    assert!(feed.contains("<updated>2025-03-01T00:00:00Z</updated>\n<link rel=\"self\""), "{feed}");
    assert!(feed.find("the-general#b").unwrap() < feed.find("the-general#a").unwrap(), "the latest is first: {feed}");
    assert!(feed.contains("The &lt;General> &amp; Co (1926)"), "{feed}");
    assert!(read(&folder, "opensearch.xml").contains("template=\"https://example.org/x/?q={searchTerms}\""));
    assert!(read(&folder, "robots.txt").ends_with("Sitemap: https://example.org/x/sitemap.xml\n"));
    let index = read(&folder, "index.html");
    assert!(index.contains("href=\"https://example.org/x/feed.xml\""), "{index}");
    assert!(index.contains("<link rel=\"canonical\" href=\"https://example.org/x/\">"), "{index}");
    let without = between(&index, "<noscript>", "</noscript>");
    assert!(
        without.contains("<a href=\"/x/film/the-general\">The &lt;General> &amp; Co</a> (1926), 2 reviews"),
        "{without}"
    );
    assert!(index.contains("<div id=app>frame"), "the app takes the frame as it is: {index}");
}

#[test]
fn a_site_without_films_has_its_other_pages() {
    let folder = rendered("empty", &[], Some("https://example.org/x/"));
    assert!(read(&folder, "reviewer/idle.html").contains("Nobody Yet"));
    assert!(read(&folder, "feed.xml").ends_with("</feed>\n"));
}

#[test]
fn a_film_without_reviews_and_one_with_a_single_one_say_so() {
    let films = [film("none", "None", &[]), film("single", "Single", &[("a", "one")])];
    let folder = rendered("few", &films, None);
    assert!(read(&folder, "film/none.html").contains("No one has reviewed this film here yet."));
    for page in ["compare/none.html", "compare/single.html"] {
        assert!(read(&folder, page).contains("A comparison takes at least two reviews."), "{page}");
    }
}

#[test]
fn titles_of_any_writing_stand_as_they_are_and_are_no_markup() {
    let titles = [
        "花樣年華",
        "المومياء",
        "🎬 <script>alert(1)</script> 🎬",
        "\"Quoted\" & 'single'",
        "a\u{202E}b",
        "ß İ ı é\u{301}",
    ];
    let films: Vec<Film> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| {
            film(&format!("film-{at}"), title, &[(&format!("a{at}"), "one"), (&format!("b{at}"), "two")])
        })
        .collect();
    let folder = rendered("titles", &films, Some("https://example.org/x/"));
    for (at, title) in titles.iter().enumerate() {
        for page in [format!("film/film-{at}.html"), format!("compare/film-{at}.html")] {
            let html = read(&folder, &page);
            let escaped = title.replace('&', "&amp;").replace('<', "&lt;");
            assert!(html.contains(&format!("<title>{}", escaped.replace('"', "&quot;"))), "{page}");
            assert!(!html.contains("<script>alert"), "{page}");
            assert_eq!(html.matches("<script").count(), 1, "{page}: its linked data alone");
        }
    }
    let feed = read(&folder, "feed.xml");
    assert!(!feed.contains("<script"), "{feed}");
}

#[test]
fn five_hundred_films_are_rendered() {
    let films: Vec<Film> = (0..500)
        .map(|at| {
            film(
                &format!("film-{at}"),
                &format!("Film {at}"),
                &[(&format!("a{at}"), "one"), (&format!("b{at}"), "two")],
            )
        })
        .collect();
    let folder = finished("many", &films);
    let pages = Pages::of(&folder, "/x/", &folder.join("names.tsv"), None).unwrap();
    assert_eq!(pages.write().unwrap().len(), 1 + 1000 + 3 + 3);
    assert!(read(&folder, "film/film-499.html").contains("Film 499"));
    assert!(read(&folder, "index.html").contains("And 200 films."));
    let _ = fs::remove_dir_all(folder);
}
