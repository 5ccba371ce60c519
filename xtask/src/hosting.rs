//! What static hosts are told: `_headers` and `_redirects`, as Netlify and Cloudflare Pages read
//! them. Our own server reads the same files, so what is tested is what is deployed.

use std::fmt::Write as _;

/// The Content-Security-Policy: nothing but the site's own files, no inline script or style.
///
/// `frame-ancestors` is only known as a header; a `<meta>` that holds it makes browsers complain.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'self'";

/// The app's own addresses, apart from the catalogue: they are answered by the index page with
/// status 200. Every other unknown address is a true 404.
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

/// The text of `_redirects`. The index page is named by its directory: some hosts answer
/// `index.html` itself with a redirect.
pub fn redirects(base: &str) -> String {
    ROUTES.iter().fold(String::new(), |mut text, route| {
        let _ = writeln!(text, "{base}{route} {base} 200");
        text
    })
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

/// The rules of a `_redirects` file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Redirects(Vec<(String, String, u16)>);

impl Redirects {
    pub fn parse(text: &str) -> Self {
        let rule = |line: &str| {
            let mut parts = line.split_whitespace();
            let (from, to) = (parts.next()?, parts.next()?);
            let status = parts.next().and_then(|s| s.parse().ok()).unwrap_or(301);
            Some((from.to_owned(), to.to_owned(), status))
        };
        Self(text.lines().filter(|l| meant(l)).filter_map(rule).collect())
    }

    /// Where a path leads, and with which status: 200 is a rewrite.
    pub fn of(&self, path: &str) -> Option<(&str, u16)> {
        let rule = self.0.iter().find(|(from, _, _)| matches(from, path))?;
        Some((&rule.1, rule.2))
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

    #[test]
    fn only_the_apps_own_routes_are_rewritten() {
        let rules = Redirects::parse(&redirects("/x/"));
        for path in [
            "/x/film/sound-of-metal",
            "/x/compare/a",
            "/x/reviewers",
            "/x/reviewers/compare",
            "/x/reviewer/b",
            "/x/about",
        ] {
            assert_eq!(rules.of(path), Some(("/x/", 200)), "{path}");
        }
        for path in ["/x/", "/film/a", "/x/film", "/x/aboutness", "/x/reviewers/a", "/x/library", "/x/other/a"] {
            assert_eq!(rules.of(path), None, "{path}");
        }
        assert_eq!(Redirects::parse("/a /b").of("/a"), Some(("/b", 301)));
    }
}
