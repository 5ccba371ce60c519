//! What static hosts are told: `_headers`, as Netlify and Cloudflare Pages read it. Our own server reads
//! the same file, so what is tested is what is deployed. No rewrites are needed: every address of the app
//! is a page of its own, and unknown ones are true 404s.

use std::fmt::Write as _;

/// The Content-Security-Policy: nothing but the site's own files, no inline script or style.
///
/// `frame-ancestors` is only known as a header; a `<meta>` that holds it makes browsers complain.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'self'";

/// The app's own addresses, apart from the catalogue.
const ROUTES: [&str; 6] = ["film/*", "compare/*", "reviewers", "reviewers/compare", "reviewer/*", "about"];

/// The text of `_headers`. `hashed` are the paths, below the base, of files whose name changes
/// with their content.
pub fn headers(base: &str, hashed: &[String]) -> String {
    let mut text = format!("/*\n  Content-Security-Policy: {POLICY}; frame-ancestors 'none'\n");
    text.push_str(
        "  X-Content-Type-Options: nosniff\n  \
           Referrer-Policy: strict-origin-when-cross-origin\n  \
           Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n  \
           Cross-Origin-Opener-Policy: same-origin\n  \
           Cross-Origin-Resource-Policy: same-origin\n",
    );
    let pages = ["", "index.html", "404.html", "data/index.json"];
    for path in pages.into_iter().chain(ROUTES) {
        let _ = write!(text, "{base}{path}\n  Cache-Control: no-cache\n");
    }
    for path in hashed {
        let _ = write!(text, "{base}{path}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text
}

/// The rules of a `_headers` file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, Vec<(String, String)>)>);

impl Headers {
    pub fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines().filter(|line| meant(line)) {
            if !line.starts_with([' ', '\t']) {
                rules.push((line.trim().to_owned(), Vec::new()));
            } else if let (Some((_, fields)), Some((name, value))) = (rules.last_mut(), line.split_once(':')) {
                fields.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self(rules)
    }

    /// The headers for a path. Where several rules set one header, hosts join the values.
    pub fn of(&self, path: &str) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        let rules = self.0.iter().filter(|(pattern, _)| matches(pattern, path));
        for (name, value) in rules.flat_map(|(_, fields)| fields) {
            match found.iter_mut().find(|(n, _)| n.eq_ignore_ascii_case(name)) {
                Some((_, known)) => {
                    known.push_str(", ");
                    known.push_str(value);
                }
                None => found.push((name.clone(), value.clone())),
            }
        }
        found
    }
}

fn meant(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with('#')
}

/// A pattern is a path, or a path with a `*` that stands for anything.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => {
            path.len() >= before.len() + after.len() && path.starts_with(before) && path.ends_with(after)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_round_trip_and_join() {
        let text = headers("/x/", &["crosscut-1.js".to_owned()]);
        let rules = Headers::parse(&text);
        let of =
            |path: &str, name: &str| rules.of(path).into_iter().find_map(|(n, value)| (n == name).then_some(value));
        let immutable = Some("public, max-age=31536000, immutable".to_owned());
        assert_eq!(of("/x/crosscut-1.js", "Cache-Control"), immutable);
        for path in ["/x/", "/x/data/index.json", "/x/film/a", "/x/reviewers/compare"] {
            assert_eq!(of(path, "Cache-Control").as_deref(), Some("no-cache"), "{path}");
        }
        assert_eq!(of("/x/other", "Cache-Control"), None);
        let policy = of("/anything", "Content-Security-Policy").unwrap_or_default();
        assert!(policy.ends_with("form-action 'self'; frame-ancestors 'none'"), "{policy}");

        let joined = Headers::parse("/*\n  A: 1\n# note\n\n/b\n  a: 2\n").of("/b");
        assert_eq!(joined, [("A".to_owned(), "1, 2".to_owned())]);
    }
}
