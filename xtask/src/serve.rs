//! `serve`: builds the site and serves it on this machine, as a static host would.
//!
//! It reads the same `_headers` and `_redirects` as the hosts do, answers `x` with `x.html` and a
//! directory with its index.html, and everything unknown with 404.html and status 404. One thread
//! for each connection is plenty here.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read as _, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, UNIX_EPOCH},
};

use crate::{
    Failure,
    flags::Flags,
    hosting::{Headers, Redirects},
    say,
    setup::Workshop,
    site::Build,
};

/// The longest request line and headers that are read. A shared comparison can have a long address.
const LONGEST_HEAD: u64 = 1 << 20;

/// The verb `serve`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let flags = Flags::read("serve", arguments, true)?;
    let mut workshop = Workshop::open()?;
    let build = Build { base: flags.base, debug: flags.debug, dist: workshop.root().join("dist") };
    build.run(&mut workshop)?;
    let server = Server::start(&build.dist, &build.base, flags.port)?;
    if server.port != flags.port {
        say(format!("port {} is taken", flags.port));
    }
    say("Ctrl-C stops it");
    println!("Crosscut is at {}", server.address());
    server.wait();
    Ok(())
}

/// A server that runs until the process ends.
#[derive(Debug)]
pub struct Server {
    port: u16,
    base: String,
    thread: thread::JoinHandle<()>,
}

impl Server {
    /// Serves a directory under a base path, on the given port or the next that is free; on any
    /// free port where it is 0.
    pub fn start(dist: &Path, base: &str, port: u16) -> Result<Self, Failure> {
        let listener = listen(port)?;
        let port =
            listener.local_addr().map_err(|error| Failure::new(format!("the server has no address: {error}")))?.port();
        let host = Arc::new(Host::new(dist, base));
        let accept = move || {
            for stream in listener.incoming().flatten() {
                let host = Arc::clone(&host);
                // A connection that breaks off concerns nobody but its browser.
                thread::spawn(move || converse(&stream, &host));
            }
        };
        Ok(Self { port, base: base.to_owned(), thread: thread::spawn(accept) })
    }

    /// The address of the catalogue.
    pub fn address(&self) -> String {
        format!("http://localhost:{}{}", self.port, self.base)
    }

    fn wait(self) {
        // Only a panic ends the thread, and then its message has been printed.
        let _ = self.thread.join();
    }
}

fn listen(first: u16) -> Result<TcpListener, Failure> {
    let last = first.saturating_add(if first == 0 { 0 } else { 99 });
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(Failure::new(format!("port {port} cannot be used ({error}); name another with --port")));
            }
        }
    }
    Err(Failure::new(format!("the ports {first} to {last} are all taken; name another with --port")))
}

/// Answers one request after another on a connection.
fn converse(stream: &TcpStream, host: &Host) {
    let patience = Some(Duration::from_secs(30));
    let ready = stream
        .set_read_timeout(patience)
        .and_then(|()| stream.set_write_timeout(patience))
        .and_then(|()| stream.set_nodelay(true));
    if ready.is_err() {
        return;
    }
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    loop {
        let (answer, open) = match Request::read(&mut reader) {
            Ok(Some(request)) => (host.answer(&request), request.keep_open),
            Ok(None) | Err(Unread::Broken) => return,
            Err(Unread::Malformed) => (Answer::plain(400, "Bad request"), false),
            Err(Unread::TooLong) => (Answer::plain(431, "The address is too long"), false),
        };
        if answer.write(&mut writer, open).is_err() || !open {
            return;
        }
    }
}

/// What the server needs to know of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Request {
    method: String,
    target: String,
    if_none_match: Option<String>,
    keep_open: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Unread {
    Broken,
    Malformed,
    TooLong,
}

impl Request {
    /// The next request; none at the end of the connection.
    fn read(reader: &mut impl BufRead) -> Result<Option<Self>, Unread> {
        let mut head = reader.take(LONGEST_HEAD);
        let mut next = || -> Result<String, Unread> {
            let mut line = Vec::new();
            head.read_until(b'\n', &mut line).map_err(|_| Unread::Broken)?;
            match line.last() {
                Some(b'\n') => {
                    String::from_utf8(line).map(|line| line.trim_end().to_owned()).map_err(|_| Unread::Malformed)
                }
                _ if head.limit() == 0 => Err(Unread::TooLong),
                _ => Err(Unread::Broken),
            }
        };
        let first = match next() {
            Ok(line) => line,
            Err(Unread::Broken) => return Ok(None),
            Err(other) => return Err(other),
        };
        let mut words = first.split(' ');
        let (Some(method), Some(target), Some(version), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(Unread::Malformed);
        };
        let mut request = Self {
            method: method.to_owned(),
            target: target.to_owned(),
            if_none_match: None,
            keep_open: version == "HTTP/1.1",
        };
        loop {
            let line = next()?;
            if line.is_empty() {
                return Ok(Some(request));
            }
            let (name, value) = line.split_once(':').ok_or(Unread::Malformed)?;
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "if-none-match" => request.if_none_match = Some(value.to_owned()),
                "connection" => {
                    request.keep_open &= !value.eq_ignore_ascii_case("close");
                }
                // No request with a body is answered, so what follows is not read either.
                "content-length" => request.keep_open &= value == "0",
                "transfer-encoding" => request.keep_open = false,
                _ => {}
            }
        }
    }
}

/// A site in a directory, under a base path.
#[derive(Debug)]
struct Host {
    dist: PathBuf,
    base: String,
    headers: Headers,
    redirects: Redirects,
}

impl Host {
    fn new(dist: &Path, base: &str) -> Self {
        let text = |name| fs::read_to_string(dist.join(name)).unwrap_or_default();
        Self {
            dist: dist.to_owned(),
            base: base.to_owned(),
            headers: Headers::parse(&text("_headers")),
            redirects: Redirects::parse(&text("_redirects")),
        }
    }

    fn answer(&self, request: &Request) -> Answer {
        let head_only = request.method == "HEAD";
        let mut answer = if head_only || request.method == "GET" {
            self.find(request)
        } else {
            let mut answer = Answer::plain(405, "Only GET and HEAD are answered here");
            answer.header("Allow", "GET, HEAD");
            answer
        };
        answer.head_only = head_only;
        answer
    }

    fn find(&self, request: &Request) -> Answer {
        let target = request.target.as_str();
        let raw = target.split(['?', '#']).next().unwrap_or_default();
        let Some(path) = decode(raw).filter(|path| path.starts_with('/')) else {
            return Answer::plain(400, "Bad request");
        };
        let query = &target[raw.len()..];
        let mut answer = self.resolve(&path, query, request);
        for (name, value) in self.headers.of(&path) {
            answer.header(&name, &value);
        }
        if !answer.has("Cache-Control") {
            // What hosts say of a file that has no rule.
            answer.header("Cache-Control", "public, max-age=0, must-revalidate");
        }
        answer
    }

    fn resolve(&self, path: &str, query: &str, request: &Request) -> Answer {
        let Some(below) = path.strip_prefix(&self.base) else {
            let lost = path == "/" || format!("{path}/") == self.base;
            return if lost {
                Answer::redirect(302, &format!("{}{query}", self.base))
            } else {
                self.not_found(request)
            };
        };
        if let Some(file) = self.file(below) {
            return Answer::file(200, &file, request);
        }
        if !below.is_empty() && !below.ends_with('/') && self.file(&format!("{below}/")).is_some() {
            return Answer::redirect(301, &format!("{path}/{query}"));
        }
        match self.redirects.of(path) {
            Some((to, 200)) => {
                let file = to.strip_prefix(&self.base).and_then(|to| self.file(to));
                file.map_or_else(|| self.not_found(request), |file| Answer::file(200, &file, request))
            }
            Some((to, status)) => Answer::redirect(status, to),
            None => self.not_found(request),
        }
    }

    /// The file that a path below the base stands for.
    fn file(&self, below: &str) -> Option<PathBuf> {
        // The files that tell hosts what to do are not part of the site. A path that steps upwards
        // could leave it, and no browser sends one.
        let safe = |segment: &str| segment != ".." && !segment.contains(['\\', '\0', ':']);
        if ["_headers", "_redirects"].contains(&below) || !below.split('/').all(safe) {
            return None;
        }
        if below.starts_with('/') {
            return None;
        }
        let candidates = if below.is_empty() || below.ends_with('/') {
            vec![format!("{below}index.html")]
        } else {
            vec![below.to_owned(), format!("{below}.html")]
        };
        let paths = candidates.into_iter().map(|name| self.dist.join(name));
        paths.into_iter().find(|path| path.is_file())
    }

    fn not_found(&self, request: &Request) -> Answer {
        match self.file("404.html") {
            Some(page) => Answer::file(404, &page, request),
            None => Answer::plain(404, "Not found"),
        }
    }
}

/// Undoes percent-encoding; none where it is broken or not UTF-8.
fn decode(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |b: Option<u8>| char::from(b?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[derive(Debug)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    head_only: bool,
}

impl Answer {
    fn new(status: u16, kind: &str, body: Vec<u8>) -> Self {
        Self { status, headers: vec![("Content-Type".to_owned(), kind.to_owned())], body, head_only: false }
    }

    fn plain(status: u16, text: &str) -> Self {
        Self::new(status, media_type(Path::new("a.txt")), text.into())
    }

    fn redirect(status: u16, to: &str) -> Self {
        let mut answer = Self::plain(status, to);
        // What a path may hold once it is decoded, a header may not.
        let safe: String = to
            .bytes()
            .map(|byte| match byte {
                b'!'..=b'~' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect();
        answer.header("Location", &safe);
        answer
    }

    /// A file, or 304 where the browser has it already.
    fn file(status: u16, path: &Path, request: &Request) -> Self {
        let tag = tag(path).unwrap_or_default();
        let known = request.if_none_match.as_deref().is_some_and(|known| {
            let mut tags = known.split(',').map(|t| t.trim().trim_start_matches("W/"));
            tags.any(|known| known == "*" || known == tag)
        });
        let mut answer = if known && status == 200 {
            Self::new(304, media_type(path), Vec::new())
        } else {
            match fs::read(path) {
                Ok(body) => Self::new(status, media_type(path), body),
                Err(_) => Self::plain(500, "The file could not be read"),
            }
        };
        answer.header("ETag", &tag);
        answer
    }

    fn header(&mut self, name: &str, value: &str) {
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name))
    }

    fn write(&self, out: &mut impl Write, keep_open: bool) -> io::Result<()> {
        let reason = match self.status {
            200 => "OK",
            301 => "Moved Permanently",
            302 => "Found",
            304 => "Not Modified",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            431 => "Request Header Fields Too Large",
            _ => "Internal Server Error",
        };
        let mut whole = Vec::with_capacity(self.body.len() + 2048);
        write!(whole, "HTTP/1.1 {} {reason}\r\n", self.status)?;
        for (name, value) in &self.headers {
            write!(whole, "{name}: {value}\r\n")?;
        }
        if self.status != 304 {
            write!(whole, "Content-Length: {}\r\n", self.body.len())?;
        }
        if !keep_open {
            whole.extend_from_slice(b"Connection: close\r\n");
        }
        whole.extend_from_slice(b"\r\n");
        if !self.head_only {
            whole.extend_from_slice(&self.body);
        }
        out.write_all(&whole)
    }
}

/// Names a state of a file by its size and the time it was written.
fn tag(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok()?;
    let written = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("\"{:x}-{:x}\"", about.len(), written.as_nanos()))
}

fn media_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|e| e.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosting;

    /// A small site in a directory of its own, under `/x/`.
    fn site(name: &str) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dist);
        fs::create_dir_all(dist.join("data")).unwrap();
        fs::create_dir_all(dist.join("docs")).unwrap();
        let headers = hosting::headers("/x/", &["crosscut-1.wasm".to_owned()]);
        for (file, content) in [
            ("index.html", "catalogue"),
            ("404.html", "lost"),
            ("page.html", "page"),
            ("docs/index.html", "docs"),
            ("data/index.json", "{}"),
            ("crosscut-1.wasm", "\0asm"),
            ("_headers", &headers),
            ("_redirects", &hosting::redirects("/x/")),
        ] {
            fs::write(dist.join(file), content).unwrap();
        }
        fs::write(dist.with_extension("secret"), "secret").unwrap();
        dist
    }

    fn get(host: &Host, target: &str) -> Answer {
        host.answer(&Request { method: "GET".to_owned(), target: target.to_owned(), ..Request::default() })
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        let found = answer.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    #[test]
    fn paths_are_answered_as_hosts_do() {
        let host = Host::new(&site("paths"), "/x/");
        for (target, status, body) in [
            ("/x/", 200, "catalogue"),
            ("/x/?q=a/b", 200, "catalogue"),
            ("/x/index.html", 200, "catalogue"),
            ("/x/page", 200, "page"),
            ("/x/p%61ge", 200, "page"),
            ("/x/docs/", 200, "docs"),
            ("/x/film/sound-of-metal", 200, "catalogue"),
            ("/x/compare/a?reviews=b,c", 200, "catalogue"),
            ("/x/about", 200, "catalogue"),
            ("/x/elsewhere", 404, "lost"),
            ("/x/film", 404, "lost"),
            ("/elsewhere/", 404, "lost"),
            ("/x/_headers", 404, "lost"),
            ("/x/data/", 404, "lost"),
            ("/x/%FF", 400, "Bad request"),
            ("x", 400, "Bad request"),
        ] {
            let answer = get(&host, target);
            let found = (answer.status, String::from_utf8(answer.body).unwrap());
            assert_eq!(found, (status, body.to_owned()), "{target}");
        }
    }

    #[test]
    fn a_directory_and_the_root_lead_on() {
        let host = Host::new(&site("lead"), "/x/");
        for (target, status, to) in
            [("/", 302, "/x/"), ("/?q=1", 302, "/x/?q=1"), ("/x", 302, "/x/"), ("/x/docs?a=1", 301, "/x/docs/?a=1")]
        {
            let answer = get(&host, target);
            assert_eq!(answer.status, status, "{target}");
            assert_eq!(header(&answer, "Location"), Some(to), "{target}");
        }
    }

    #[test]
    fn nothing_outside_the_site_is_served() {
        let dist = site("outside");
        let host = Host::new(&dist, "/x/");
        let secret = dist.with_extension("secret");
        let name = secret.file_name().and_then(|name| name.to_str()).unwrap();
        for target in [
            format!("/x/../{name}"),
            format!("/x/%2e%2e/{name}"),
            format!("/x/%2e%2e%2f{name}"),
            format!("/x/..%5c{name}"),
            format!("/x//{}", secret.display()),
            format!("/x/{}", secret.display()),
            format!("/x/docs/../../{name}"),
        ] {
            let answer = get(&host, &target);
            assert_eq!((answer.status, answer.body), (404, b"lost".to_vec()), "{target}");
        }
    }

    #[test]
    fn headers_types_and_conditions() {
        let host = Host::new(&site("headers"), "/x/");
        let wasm = get(&host, "/x/crosscut-1.wasm");
        assert_eq!(header(&wasm, "Content-Type"), Some("application/wasm"));
        assert_eq!(header(&wasm, "Cache-Control"), Some("public, max-age=31536000, immutable"));
        assert!(header(&wasm, "Content-Security-Policy").is_some());
        let index = get(&host, "/x/data/index.json?v=1");
        assert_eq!(header(&index, "Cache-Control"), Some("no-cache"));

        let again = host.answer(&Request {
            method: "GET".to_owned(),
            target: "/x/data/index.json".to_owned(),
            if_none_match: Some(format!("\"a\", W/{}", header(&index, "ETag").unwrap())),
            keep_open: true,
        });
        assert_eq!((again.status, again.body.len()), (304, 0));

        let post = host.answer(&Request { method: "POST".to_owned(), target: "/x/".to_owned(), ..Request::default() });
        assert_eq!((post.status, header(&post, "Allow")), (405, Some("GET, HEAD")));
    }

    #[test]
    fn requests_are_read_one_after_another() {
        let text = "GET /a HTTP/1.1\r\nHost: b\r\nIf-None-Match: \"c\"\r\n\r\n\
                    HEAD /d HTTP/1.1\r\nConnection: close\r\n\r\n";
        let mut reader = text.as_bytes();
        let first = Request::read(&mut reader).unwrap().unwrap();
        assert_eq!((first.target.as_str(), first.keep_open), ("/a", true));
        assert_eq!(first.if_none_match.as_deref(), Some("\"c\""));
        let second = Request::read(&mut reader).unwrap().unwrap();
        assert_eq!((second.method.as_str(), second.keep_open), ("HEAD", false));
        assert_eq!(Request::read(&mut reader), Ok(None));

        assert_eq!(Request::read(&mut "GET\r\n\r\n".as_bytes()), Err(Unread::Malformed));
        let endless = format!("GET /{}", "a".repeat(2 << 20));
        assert_eq!(Request::read(&mut endless.as_bytes()), Err(Unread::TooLong));
    }

    #[test]
    fn a_real_connection_with_a_long_address() {
        let dist = site("real");
        let server = Server::start(&dist, "/x/", 0).unwrap();
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
        let long = "r".repeat(100_000);
        write!(stream, "HEAD /x/ HTTP/1.1\r\n\r\nGET /x/compare/a?reviews={long} HTTP/1.1\r\n").unwrap();
        write!(stream, "Connection: close\r\n\r\n").unwrap();
        let mut all = String::new();
        io::Read::read_to_string(&mut stream, &mut all).unwrap();
        assert_eq!(all.matches("HTTP/1.1 200 OK").count(), 2, "{all}");
        assert_eq!(all.matches("Content-Length: 9").count(), 2, "{all}");
        assert_eq!(all.matches("catalogue").count(), 1, "{all}");

        let next = Server::start(&dist, "/x/", server.port).unwrap();
        assert!(next.port > server.port, "a port in use leads to the next");
    }
}
