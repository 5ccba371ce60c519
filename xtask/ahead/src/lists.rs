//! Lists of what the site has, for machines: where its whole address is known.
//!
//! The sitemap is of [sitemaps.org](https://www.sitemaps.org/protocol.html), the feed is
//! [Atom](https://www.rfc-editor.org/rfc/rfc4287), the description for search boxes is
//! [OpenSearch 1.1](https://github.com/dewitt/opensearch).

use std::{fmt::Write as _, sync::Arc};

use crosscut::{
    domain::{
        catalog::Catalog,
        film::Film,
        review::{BlockKind, Review, Spoiler},
        site::{NAME, TAGLINE},
    },
    route::{Address, Base, Route},
    wire::markup::escaped,
};

use crate::pages::whole;

/// How many reviews the feed has: the last ones.
const IN_FEED: usize = 50;

/// What the lists are made of.
pub struct Lists<'a> {
    /// The whole address of the site, with a slash at the end.
    pub address: &'a str,
    /// Its path.
    pub base: &'a Base,
    /// Who its reviewers are.
    pub catalog: &'a Catalog,
}

impl Lists<'_> {
    /// Every page, once.
    pub fn sitemap(&self, routes: &[Route]) -> String {
        let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
        for route in routes {
            let _ = writeln!(text, "<url><loc>{}</loc></url>", escaped(&self.page(route.clone())));
        }
        text + "</urlset>\n"
    }

    /// The last reviews that have a date, the latest first.
    pub fn feed(&self, films: &[Arc<Film>]) -> String {
        let mut dated: Vec<(String, &Film, &Review)> = films
            .iter()
            .flat_map(|film| film.reviews.iter().map(move |review| (film.as_ref(), review)))
            .filter_map(|(film, review)| Some((review.published?.to_string(), film, review)))
            .collect();
        dated.sort_by(|one, other| (&other.0, &one.2.id).cmp(&(&one.0, &other.2.id)));
        dated.truncate(IN_FEED);
        let updated = dated.first().map_or("1970-01-01", |(date, ..)| date);
        let mut text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
             <id>{address}</id>\n<title>{}</title>\n<subtitle>{}</subtitle>\n<updated>{updated}T00:00:00Z</updated>\n\
             <link rel=\"self\" href=\"{address}feed.xml\"/>\n<link href=\"{address}\"/>\n",
            escaped(NAME),
            escaped(TAGLINE),
            address = escaped(self.address),
        );
        for (date, film, review) in &dated {
            let _ = writeln!(text, "{}", self.entry(date, film, review));
        }
        text + "</feed>\n"
    }

    fn entry(&self, date: &str, film: &Film, review: &Review) -> String {
        let name = self.catalog.name_of(&review.reviewer);
        let title = match &review.headline {
            Some(headline) => format!("{} ({}): {headline}", film.title, film.year),
            None => format!("{} ({})", film.title, film.year),
        };
        let link = format!("{}#{}", self.page(Route::Film(film.slug.clone())), review.id);
        format!(
            "<entry><id>{link}</id><title>{}</title><updated>{date}T00:00:00Z</updated><author><name>{}</name></author>\
             <link href=\"{link}\"/><summary>{}</summary></entry>",
            escaped(&title),
            escaped(&name),
            escaped(&summary(review)),
            link = escaped(&link),
        )
    }

    /// How a browser's own search box searches the site.
    pub fn open_search(&self) -> String {
        let (name, address) = (escaped(NAME), escaped(self.address));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
             <ShortName>{}</ShortName>\n<Description>{name}: {}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n\
             <Url type=\"text/html\" template=\"{address}?q={{searchTerms}}\"/>\n</OpenSearchDescription>\n",
            // The format has room for 16 characters.
            escaped(&NAME.chars().take(16).collect::<String>()),
            escaped(TAGLINE),
        )
    }

    fn page(&self, route: Route) -> String {
        whole(self.address, self.base, &self.base.href(&Address::of(route)))
    }
}

/// The first words of a review that give nothing away.
fn summary(review: &Review) -> String {
    let tells = |spoiler| spoiler <= Spoiler::SetUp;
    let block = review.body.iter().find(|block| block.kind == BlockKind::Opinion && tells(block.spoiler));
    let words: Vec<&str> = block.map(|block| block.text.split_whitespace().collect()).unwrap_or_default();
    let shown = words.iter().take(40).copied().collect::<Vec<_>>().join(" ");
    if words.len() > 40 { shown + " …" } else { shown }
}
