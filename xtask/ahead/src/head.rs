//! A page in the frame of `index.html`: its title and description, what previews and machines read, and the
//! app's content.

use crosscut::{domain::site::NAME, wire::markup::escaped};

use crate::preview;

/// What visitors without script are told, at the foot of the page.
const NO_SCRIPT: &str = "<noscript><p class=\"frame note\">Everything here can be read without JavaScript. \
    Filtering, choosing and hiding need it.</p></noscript>";

/// What stands in the head of a page.
#[derive(Debug)]
pub struct Head {
    pub title: String,
    pub description: String,
    /// Where it is, base included.
    pub path: String,
    /// The same whole, where the site's address is known.
    pub address: Option<String>,
    /// The address of its picture, and what that shows.
    pub picture: (String, String),
    /// JSON-LD, fit to stand in a `script` element.
    pub json_ld: Option<String>,
}

impl Head {
    /// The frame with this head and this content, for the catalogue. Visitors without script read `without` below
    /// it. Where the address asks for something, the content is not the answer: boot.js puts what the frame had in
    /// its place. Where the site's address is known, the feed and what search boxes read are linked.
    pub fn catalogue(&self, frame: &str, content: &str, without: &str) -> Result<String, String> {
        let mut page = self.head(frame)?;
        if let Some(address) = &self.address {
            let (name, address) = (escaped(NAME), escaped(address));
            let links = format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{name}\" href=\"{address}feed.xml\">\
                 <link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"{name}\" \
                 href=\"{address}opensearch.xml\"></head>"
            );
            page = page.replacen("</head>", &links, 1);
        }
        let asked = replaced(between(&page, "<body>", "</body>")?, "<noscript>", "</noscript>", "")?;
        let asked = asked.replacen("<noscript></noscript>", "", 1);
        let body = format!(
            "<div id=\"app\" data-ahead=\"catalogue\">{content}<noscript><div class=\"frame note\">{without}</div></noscript></div>\
             <template id=\"boot-asked\">{asked}</template>"
        );
        replaced(&page, "<body>", "</body>", &body)
    }

    /// The frame with this head and this content. It fails where the frame is not as the build writes it.
    pub fn page(&self, frame: &str, content: &str) -> Result<String, String> {
        let page = self.head(frame)?;
        replaced(&page, "<body>", "</body>", &format!("<div id=\"app\" data-ahead>{content}{NO_SCRIPT}</div>"))
    }

    /// The frame with this head.
    fn head(&self, frame: &str) -> Result<String, String> {
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        let mut more = format!(
            "<meta property=\"og:type\" content=\"website\"><meta property=\"og:site_name\" content=\"{}\">\
             <meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\">\
             <meta property=\"og:url\" content=\"{}\"><meta property=\"og:image\" content=\"{}\">\
             <meta property=\"og:image:alt\" content=\"{}\"><meta property=\"og:image:width\" content=\"{}\">\
             <meta property=\"og:image:height\" content=\"{}\"><meta name=\"twitter:card\" content=\"summary_large_image\">",
            escaped(NAME),
            escaped(self.address.as_ref().unwrap_or(&self.path)),
            escaped(&self.picture.0),
            escaped(&self.picture.1),
            preview::SIZE.0,
            preview::SIZE.1
        );
        if let Some(address) = &self.address {
            more += "<link rel=\"canonical\" href=\"";
            more += &escaped(address);
            more += "\">";
        }
        if let Some(json_ld) = &self.json_ld {
            more += "<script type=\"application/ld+json\">";
            more += json_ld;
            more += "</script>";
        }
        let page = replaced(frame, "<title>", "</title>", &title)?;
        let page = described(&page, &description)?;
        Ok(page.replacen("</head>", &format!("{more}</head>"), 1))
    }
}

/// What stands between the first of two marks and the last of the other.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Result<&'a str, String> {
    let (_, rest) = text.split_once(from).ok_or_else(|| missing(from, to))?;
    let (inside, _) = rest.rsplit_once(to).ok_or_else(|| missing(from, to))?;
    Ok(inside)
}

fn missing(from: &str, to: &str) -> String {
    format!("index.html has no {from} … {to}")
}

/// A text with something else between the first of two marks and the last of the other.
fn replaced(text: &str, from: &str, to: &str, with: &str) -> Result<String, String> {
    let (before, rest) = text.split_once(from).ok_or_else(|| missing(from, to))?;
    let (_, after) = rest.rsplit_once(to).ok_or_else(|| missing(from, to))?;
    Ok(format!("{before}{from}{with}{to}{after}"))
}

/// The frame with another description, whichever of its attributes the minifier puts first.
fn described(frame: &str, description: &str) -> Result<String, String> {
    let missing = || "index.html has no description".to_owned();
    let name = ["name=description", "name=\"description\""].into_iter().find_map(|name| frame.find(name));
    let at = name.ok_or_else(missing)?;
    let start = frame.get(..at).and_then(|before| before.rfind("<meta")).ok_or_else(missing)?;
    let end = at + frame.get(at..).and_then(|after| after.find('>')).ok_or_else(missing)?;
    let meta = format!("<meta name=\"description\" content=\"{description}\"");
    Ok(format!("{}{meta}{}", frame.get(..start).unwrap_or_default(), frame.get(end..).unwrap_or_default()))
}
